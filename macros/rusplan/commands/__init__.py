"""`rusplan …`: one thin module a command."""
