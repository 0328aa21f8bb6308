"""The web page: check, ask, rule book, crisis board and insights, in Finnish, Swedish, English."""
