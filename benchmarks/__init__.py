"""How fast, how large, how soon: measured side by side in one run."""
