"""How a question is understood: its words, their concepts, and which topic they speak for."""
