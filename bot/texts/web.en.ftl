# Frame
web-skip = Skip to content
web-menu = Pages
web-menu-check = Check
web-menu-ask = Ask
web-menu-rules = Rule book
web-menu-crisis = Crisis
web-menu-insights = Insights
web-languages = Language
web-in-fi = suomeksi
web-in-sv = på svenska
web-in-en = in English
web-keeps-nothing = Somehelp stores none of the texts that you write here to be checked or to ask. A text is in the server's memory only while it is answered.
web-local-title = Local trial.
web-local = This page is seen on this machine only and needs no sign-in.
web-local-be = Try as
web-local-change = Change
web-sign-in = Sign in
web-sign-out = Sign out
web-signed-in = You are signed in. You can close this tab and go on in the other.
web-signed-out-done = You have signed out.
web-back = Back to the check
web-yes = Yes:
web-none = Nothing chosen
web-optional = optional
web-choose = Choose
web-copy = Copy
web-copied = Copied
web-uncopied = Selected: press Ctrl+C to copy
# Check
web-check-title = Check a draft
web-check-lead = Write or paste the text of a post. Remarks show as you write. The text is not stored and goes nowhere else.
web-check-draft = Draft
web-check-placeholder = Write or paste the text here.
web-check-account = Account
web-check-any = Nothing chosen
web-check-channel = Channel
web-check-of-account = As the account
web-check-unit = Unit
web-check-picture = Picture or video
web-picture-none = No picture
web-picture-yes = Yes, with a text alternative
web-picture-no = Yes, without a text alternative
web-channel-facebook = Facebook
web-channel-instagram = Instagram
web-channel-x = X
web-channel-linkedin = LinkedIn
web-channel-youtube = YouTube
web-channel-tiktok = TikTok
web-channel-web = Website
web-check-send = Check
web-check-try = Try an example
web-check-clear = Clear
web-check-empty = Write a draft first, and it will be checked.
web-check-long = The text is too long to check: at most { $limit } characters at a time. Your text is still here; check it in parts.
web-check-found = Remarks
web-check-marked = The draft with its remarks
web-check-what = The check looks for three kinds of places:
web-check-what-error = personal data, confidential matters, passwords
web-check-what-warning = the city's own guideline, length, accessibility
web-check-what-suggestion = plainer language
web-check-never-blocks = No remark stops you from publishing. The decision is yours.
web-check-fine = There is nothing to fix in this text.
web-check-example = Hello everyone! The swimming pool is closed due to the fact that maintenance is being carried out. In order to register, contact Liisa Virtanen, tel. 040 123 4567. Last week Eetu, aged 9, from Vista school had an allergic reaction at the pool, luckily all ended well!!! #poolisclosedagain
web-length = Length on the channel
web-why = Why, and whom to ask
web-nothing = (remove)
web-and-others = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
web-more-advice = { $count ->
    [one] One more remark shows as you fix these.
   *[other] { $count } more remarks show as you fix these.
  }
web-take = Use as the draft
web-lost = The server cannot be reached. Your text is still here; checking goes on when the connection is back.
web-busy = There are many checks right now. One moment, checking goes on by itself.
web-signed-out-live = Your sign-in has ended. Your text is still here.
web-sign-in-tab = Sign in in a new tab
web-in-book = Read it in the rule book
web-fine-because = This is fine, because…
web-override-title = A reasoned override
web-override-back = Your draft is in the other tab. You can close this one.
# Ask
web-ask-title = Ask about the guideline
web-ask-lead = Ask in your own words whom to ask, who decides, or what the guideline says. The question is not stored.
web-ask-roles-only = You are not signed in, so the answer names roles, not people or numbers.
web-ask-question = Question
web-ask-send = Ask
web-ask-examples = For example:
web-ask-example-1 = Who may answer a reporter?
web-ask-example-2 = May we publish a child's picture?
web-ask-example-3 = Whom do I ask before I open a new account?
web-ask-example-4 = What do I do when angry comments pile up?
web-ask-long = The question has { $length } characters; the longest may have { $limit }. Please shorten it.
# Rule book
web-rules-title = Rule book
web-rules-lead = The guideline in readable form: every rule and topic that checks and answers use.
web-rules-search = Search the guideline
web-rules-find = Search
web-rules-all = Show all
web-rules-found = { $count ->
    [0] Nothing contains this word. Try another one.
    [one] One place.
   *[other] { $count } places.
  }
web-rules-print = Print
web-rules-contents = Contents
web-rules-broken = The new files of the pack have errors. The last pack without errors is in use. Fix these places:
web-rules-owner = Ask
web-rules-source = Source
web-rules-examples = Examples
web-rules-bad = Is remarked on
web-rules-good = Is fine
web-rules-asked = How people ask
web-rules-steps = Do this
web-rules-topic = topic
web-rules-off = switched off
web-rules-elected = An elected official asks
web-rules-staff = Staff ask
web-rules-silent-title = What the guideline does not speak of
web-document-approved = Approved guideline
web-document-draft = Draft guideline
web-document-slides = Slides
web-document-law = Law
web-document-reference = Recommendation
web-document-configuration = The city's own setting
web-document-open = Open the document
# Crisis
web-crisis-title = Crisis
web-crisis-live = Updated at { $time }
web-crisis-lost = The connection broke. Below is how things stood at { $time }; trying again.
web-crisis-waiting = Things have changed. Show the new state
web-crisis-report = Download the report
web-crisis-board = Back to the board
# Insights
web-insights-title = Insights
web-insights-lead = What checks tell about the city's communication over the last year. No statistics are kept of people: figures under five checks and units with under three writers are merged and shown as “<5”.
web-insights-none = Nothing has been counted for this time yet.
web-insights-csv = Download CSV
web-insights-table = As a table
web-insights-weeks = Checks per week
web-insights-rules = Findings by rule
web-insights-units = Findings by unit and month
web-insights-overrides = Reasoned overrides by rule
web-insights-silences = Questions that the guideline did not answer, by topic
web-insights-accounts = Accounts by last checked post
web-insights-week = Week
web-insights-checks = Checks
web-insights-rule = Rule
web-insights-findings = Findings
web-insights-unit = Unit
web-insights-topic = Topic
web-insights-questions = Questions
web-insights-account = Account
web-insights-last = Last checked
web-insights-given = Overrides
web-insights-rate = Share of findings
web-insights-merged = others, merged
web-insights-out = something other than posting
web-insights-no-unit = (no unit)
web-insights-never = never
web-insights-few = <5
web-insights-cries = A rule that is often overridden cries wolf: it deserves a closer look.
web-insights-silent = These need an answer in the guideline.
web-insights-plot = Bar chart: { $title }. The same figures stand in the table below it.
# Errors
web-again-lead = Your text is still here. Send it once more.
web-again = Send again
web-your-text = Your text
web-not-found = There is no such page.
web-store-down = The database cannot be reached right now. Try again in a moment; checking works all the same.
web-too-often = There were too many requests in a row. Wait half a minute and try again.
web-foreign-form = The form came from another site, so nothing was done.
web-form-old = The page had become old, so nothing has been done yet.
web-body-400 = The request could not be read. Open the page again and retry.
web-body-413 = The text that was sent is too long. Go back and send a shorter part.
web-body-415 = The request was no form. Open the page again and retry.
web-no-right = You do not have the right to see this page. Whoever looks after Somehelp in your city can give it.
web-no-sign-in = This page needs a sign-in, and signing in has not been set up. Ask whoever looks after Somehelp.
web-signed-out = Your sign-in has ended.
web-sign-in-failed = Signing in did not work. Try again; if that does not help, ask whoever looks after Somehelp.
web-not-ours = You signed in with another organisation's account. Sign in with the city's own.
web-unsafe-no-sign-in = The web page would stand open to everybody. Set up signing in (SOMEHELP_OIDC_ISSUER, …) or open the pages knowingly (SOMEHELP_WEB_OPEN=true).
web-unsafe-no-address = The web page needs its address: SOMEHELP_PUBLIC_URL=https://…
web-unsafe-http = The web page's address must begin with https://, so that signing in and texts travel encrypted.
web-unsafe-no-secret = Signing in needs a secret: SOMEHELP_SESSION_SECRET, at least 32 random bytes.
web-unsafe-no-team = Signing in with Slack needs the workspace's id: SOMEHELP_SLACK_TEAM=T…
