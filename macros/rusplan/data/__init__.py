"""The files in data/: kinds of value, what each kind of file holds, reading them, and the collection of all."""
