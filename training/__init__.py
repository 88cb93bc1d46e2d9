"""Training of the Indonesian spaCy pipeline; see README.md in this folder."""
