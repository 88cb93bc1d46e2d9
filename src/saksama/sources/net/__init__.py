"""The only room that opens connections: a client that goes nowhere it should not, and takes no more than it should."""
