"""Somehelp's speed and memory beside those of its peers. The product imports none of it."""
