"""Take the commands that come in groups: of editions, languages, questions, recipes."""
