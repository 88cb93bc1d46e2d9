"""What Saksama reaches, measured on data that the repository does not hold."""
