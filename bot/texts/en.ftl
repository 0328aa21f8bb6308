# What a check says
verdict-clean = Nothing to fix.
verdict-found = { $count ->
    [one] One thing to look at.
   *[other] { $count } things to look at.
  }
severity-error = must fix
severity-warning = fix
severity-suggestion = consider
basis-guideline = guideline
basis-law = law
basis-configuration = the city's own setting
label-why = Why
label-source = Source
label-ask = Ask
label-instead = Instead
label-corrected = Corrected text
label-whole = The whole post
corrected-same = No replacement is certain enough to make by itself; see the advice above.
ask-nobody = the guideline names nobody
# Errors
error-not-utf8 = The file is not UTF-8 (byte { $byte }). Save it as UTF-8 and try again.
error-unreadable = The file cannot be read: { $reason }.
error-unwritable = The file cannot be written: { $reason }.
error-output = The output cannot be written: { $reason }.
error-pack = The pack has errors. Fix these places:
error-json-text = Not JSON: { $reason }. One draft a line, such as {"{"}"text": "…"{"}"}.
error-not-object-text = A line is one JSON object, such as {"{"}"text": "…"{"}"}.
error-missing-text = Every draft needs "text".
error-field = { $reason }
error-field-text = This is a text in quotation marks.
error-field-choice = Choose one of these: { $choices }.
error-field-switch = Write on or off.
error-field-list = Write a list, such as ["youth"].
error-field-object = Write an object, such as {"{"}"attribution": "on"{"}"}.
error-unknown-rule = No such rule or group in the pack. See: somehelp pack show
error-too-long = The draft has { $length } characters; the longest that is checked has { $limit }.
error-no-draft = There is no draft to check. Give a file, or write one and end with Ctrl-D.
warning-unknown-keys = Ignored unknown fields: { $keys }.
# Audit
audit-progress = Checking posts
audit-summary = { $posts ->
    [one] One post
   *[other] { $posts } posts
  }, { $flagged } with something to fix, { $seconds } s
audit-by-rule = By rule
audit-by-unit = By unit
audit-by-month = By month
audit-rule = Rule
audit-unit = Unit
audit-month = Month
audit-count = Findings
audit-none = No posts in these files. Known forms: CSV, JSONL and the JSON of a Facebook page export.
audit-out-same = This file is read, too. Choose another name, so that nothing is lost.
audit-out-form = A file of findings ends in .csv or .jsonl; choose such a name.
audit-skipped = { $count ->
    [one] One row could not be read and was skipped.
   *[other] { $count } rows could not be read and were skipped.
  }
audit-no-unit = (no unit)
audit-no-month = (no date)
label-severity = Level
# Packs
pack-exists = { $path } is already there; choose another name.
pack-bad-name = Choose a name of lower-case letters, digits and hyphens, such as our-city.
pack-made = Made { $path }. Read docs/packs.md, change the files, then run: somehelp pack test { $path }
pack-checked = { $pack }: { $rules } rules, { $weak ->
    [0] nothing to fix
    [one] one thing to fix
   *[other] { $weak } things to fix
  }
pack-tested = { $pack }: { $rules } rules, { $examples } examples, { $failed ->
    [0] all hold
    [one] one fails
   *[other] { $failed } fail
  }
pack-off = off
silent-no-state = No tally is kept. Give it a folder: SOMEHELP_STATE=/var/lib/somehelp
silent-none = No question has been left without an answer yet.
silent-week = week
silent-pack = pack
silent-topic = topic
silent-scope = the guideline
silent-count = questions
silent-gap = names nobody
silent-out = is not about this
example-bad-missed = should be found but is not: { $example }
example-good-found = should be left alone, but { $got } is found: { $example }
example-find-differs = the words found are { $got } in: { $example }
example-fixed-differs = the corrected text is "{ $got }", expected "{ $example }"
example-fix-unfinished = after the correction something is still to be replaced: { $got }
lint-empty = a text is empty in { $language }; write it
lint-untranslated = a text is the same in two languages; translate it: { $text }
lint-placeholders = the placeholders differ between the languages: { $text }
lint-stale = "{ $word }" is out of date; now: { $now }
lint-quote-long = a quotation has more than eight words; shorten it: { $quote }
lint-quote-nowhere = "{ $quote }" does not stand in the document { $document }; copy it literally
lint-term-twice = the term "{ $term }" is already in another rule; keep one
lint-match-told = a message of this category must not repeat what it found; remove { "{" }match{ "}" }: { $category }
# Doctor
doctor-analyser = Finnish is read by { $name }.
doctor-analyser-slow = Finnish is read by { $name }, which is much slower. Install the Voikko library (Debian: libvoikko1 and voikko-fi; macOS: libvoikko) and run ./setup again.
doctor-dictionaries = The dictionaries are built in { $path }.
doctor-no-dictionaries = The dictionaries are not built in { $path }. Run: somehelp setup
doctor-pack = The pack { $pack } loads: { $rules } rules.
doctor-bad-pack = The pack { $pack } has { $count } errors. Run: somehelp pack check { $pack }
# Cities and absences
error-city = The city's data has errors. Fix these places:
city-vacant = Nobody fills the role { $role }, which the guideline names. Name somebody in people:.
city-few-admins = The account { $account } has fewer than two people. Add one, so that nobody is indispensable.
city-unreachable = { $person } cannot be reached: there is no address or number. Add one under reach:.
absence-recorded = { $name } is away { $first }–{ $last }; { $substitute } stands in.
absence-nobody = { $name } is away { $first }–{ $last }. Nobody stands in: name somebody with --substitute.
absence-none = No absences are recorded.
absence-no-person = There is nobody called { $name } in the city's data.
absence-who = Say who you are with --by.
absence-bad-days = Give the days like this: 1.7.–31.7. or 2026-07-01 2026-07-31.
absence-own-substitute = Somebody else must stand in; the person is away.
absence-not-allowed = { $name } may record an absence of their own only. Ask somebody who holds the right edit.
# Answers
ask-understood = You ask about: { $topic }.
ask-gap = The guideline names nobody for this.
ask-out = This does not seem to be about posting, and the guideline does not answer it. If it is, say it in other words.
ask-first = Ask
ask-in-order = Ask, the first one first
ask-configured = { $contact } – this was agreed locally; the guideline does not say so.
ask-no-contact = The guideline names nobody for you, and no contact has been set. The owner of the guideline can name one.
contact-there = { $role }: { $name }, { $reach }
contact-stand-in = { $role }: { $holder } is back on { $back }; until then { $name } stands in, { $reach }
contact-away = { $role }: { $name } is away until { $back }, and nobody stands in.
contact-vacant = { $role }: nobody fills this role now.
contact-own = { $role } (your own)
contact-which-unit = { $role }: it depends on the unit. Say which one you mean.
contact-which-account = { $role }: it depends on the account. Say which one you mean.
contact-no-city = { $role }
contact-no-reach = no address or number known
ask-steps = Do this
ask-table = Which channel is for whom
ask-use = { $channel }, { $target }: { $use }
ask-written = What is written
ask-said = { $says } ({ $where })
ask-cited = { $title }, { $section }; { $basis }
ask-cited-quote = { $title }, { $section }; { $basis }: “{ $quote }”
ask-notes = Good to know
ask-like-draft = This reads like a draft rather than a question. To have it checked, run: somehelp check
ask-personal = Your question has personal data in it. Nothing of it is stored. Ask without the name, number or address.
error-json-question = Not JSON: { $reason }. One question a line, such as {"{"}"question": "…"{"}"}.
error-not-object-question = A line is one JSON object, such as {"{"}"question": "…"{"}"}.
error-missing-question = Every line needs "question".
error-question-empty = There is no question. Write what you want to know, for instance: who may answer a reporter?
error-question-too-long = The question has { $length } characters; the longest that is answered has { $limit }. Ask briefly; to check a draft, run: somehelp check
example-ask-wrong = leads to { $got } when the others alone answer: { $example }
topics-tested = { $pack }: { $topics } topics, { $examples } example questions, { $failed ->
    [0] all hold
    [one] one fails
   *[other] { $failed } fail
  }
lint-shadowed = { $count } of its { $all } example questions lead to { $topic } instead; write examples that set them apart
# Chat
chat-hello = Paste a draft and I check it, or ask whom to ask. Nothing is stored. Ctrl-D ends.
chat-unclear = Is this a draft to check (1) or a question (2)? Answer 1 or 2.
chat-no-city = Who stands in for whom is in your city's data. Start me with --city FOLDER.
chat-nobody-named = The last answer named no person, so nobody stands in. Say your unit with --unit.
chat-if-away = If { $holder } is away, { $name } stands in: { $reach }
chat-no-substitute = If { $name } is away, nobody stands in: the city's data names no substitute.
absence-unknown = No absence of { $name } is recorded on these days. List them with: somehelp absence
absence-cancelled = The absence of { $name } is taken back.
doctor-city = The data of { $city } can be read: { $people } people.
