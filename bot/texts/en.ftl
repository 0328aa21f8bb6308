# What a check says
verdict-clean = Nothing to mend.
verdict-found = { $count ->
    [one] One thing to look at.
   *[other] { $count } things to look at.
  }
severity-error = must mend
severity-warning = mend
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
error-pack = The pack has errors. Mend these places:
error-json = Not JSON: { $reason }. One draft a line, such as {"{"}"text": "…"{"}"}.
error-not-object = A line is one JSON object, such as {"{"}"text": "…"{"}"}.
error-text-missing = Every draft needs "text".
error-field = { $reason }
error-unknown-rule = No such rule or group in the pack. See: somehelp pack show
error-too-long = The draft has { $length } characters; the longest that is checked has { $limit }.
error-no-draft = There is no draft to check. Give a file, or write one and end with Ctrl-D.
warning-unknown-keys = Ignored unknown fields: { $keys }.
warning-slow-analyser = Finnish is read by the slower analyser, because the Voikko library is not installed. See: somehelp doctor
# Audit
audit-progress = Checking posts
audit-summary = { $posts } posts, { $flagged } with something to mend, { $seconds } s
audit-by-rule = By rule
audit-by-unit = By unit
audit-by-month = By month
audit-rule = Rule
audit-unit = Unit
audit-month = Month
audit-count = Findings
audit-posts = Posts
audit-none = No posts in these files. Known forms: CSV, JSONL and the JSON of a Facebook page export.
audit-skipped = { $count ->
    [one] One row could not be read and was skipped.
   *[other] { $count } rows could not be read and were skipped.
  }
audit-no-unit = (no unit)
audit-no-month = (no date)
