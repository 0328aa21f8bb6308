"""Person names: where they stand in a text, by which evidence, and whose they are."""

from rules.names.find import names_in
from rules.names.name import Evidence, Name
from rules.names.standing import Person, Standing, people_in

__all__ = ["Evidence", "Name", "Person", "Standing", "names_in", "people_in"]
