# What is kept of a person
data-keys = Looking for: { $keys }
data-sure = Erase all this for good? [y/N]
data-say-yes = Nothing was erased. Give --yes to erase without being asked.
data-erased = Erased: { $streams } records of their own, and { $mentions } mentions elsewhere.
data-kept = Kept: { $record } mentions the person in { $events } entries. A crisis may be an official record; ask the city's archivist or data-protection officer.
data-restart = Restart the servers that are running: until then they remember the absences that they have read. The person's entry in city.yaml is yours to remove.
data-forgotten =
    { $days ->
        [one] { $kind }: { $count } erased; kept for one day.
       *[other] { $kind }: { $count } erased; kept for { $days } days.
    }
