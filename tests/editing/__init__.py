"""Commands that change data: all that hangs together follows, nothing else is touched, and a refusal changes nothing."""
