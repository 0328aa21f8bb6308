# The verdict of a check
assistant-clean = Nothing to fix.
assistant-error = { $count ->
    [one] Fix one thing before you publish.
   *[other] Fix { $count } things before you publish.
  }
assistant-warning = { $count ->
    [one] One thing is worth fixing.
   *[other] { $count } things are worth fixing.
  }
assistant-suggestion = { $count ->
    [one] One suggestion; otherwise fine.
   *[other] { $count } suggestions; otherwise fine.
  }
assistant-lesser = { $count ->
    [one] And one lesser remark.
   *[other] And { $count } lesser remarks.
  }
assistant-publish = You can publish the text. It is your decision.
assistant-alarm = Has something serious happened? In an emergency call 112 first. Then report the crisis, so that the right people know.
# Findings
assistant-marked = The { $most } most important places are marked in the text; there are { $count } in all. Fix these and check again.
assistant-finding = { $numbers } · { $message } ({ $severity })
assistant-finding-cited = { $numbers } · { $message } ({ $severity }) – { $where }
assistant-numbers = { $numbers } and { $count } more
assistant-numbered = { $number } · { $message }
assistant-alike = There are { $count } more of this kind.
assistant-more = { $count ->
    [one] One more piece of advice
   *[other] { $count } more pieces of advice
  }
assistant-more-rule = { $count ->
    [one] { $says } ({ $severity }) – { $where }
   *[other] { $count } places: { $says } ({ $severity }) – { $where }
  }
assistant-more-rest = { $count ->
    [one] One piece of advice does not fit here. Fix these first and check again.
   *[other] { $count } pieces of advice do not fit here. Fix these first and check again.
  }
# Buttons of a check
assistant-edit = Edit and check again
assistant-override = This is fine because…
assistant-who = Who do I ask about this?
assistant-erase = Delete this answer
assistant-check-another = Check another draft
assistant-report-crisis = Report a crisis
# For whom it was checked
assistant-place-given = Checked for the unit { $unit }.
assistant-place-remembered = Checked for the unit { $unit }, which you chose earlier. Wrong? Change it below and send the draft again.
assistant-place-account = Checked for the unit { $unit }, which the account belongs to. Wrong? Change it below and send the draft again.
assistant-place-own = I assumed the unit { $unit }, because you work there. Wrong? Change it below and send the draft again.
assistant-place-unknown = I do not know the unit and checked without it. Choose it below and I will remember it.
assistant-unit = Unit
assistant-account = Account
assistant-channel = Channel
assistant-unit-by-name = To change the unit, write: unit: NAME
assistant-account-by-name = To see the accounts and their units, write: accounts: NAME
assistant-set-unit = Remembered: your unit is { $unit }. Send the draft again and I will check it for that unit.
assistant-set-account = Remembered: your account is { $account }. Send the draft again and I will check it for that account.
assistant-set-language = I will speak English with you.
assistant-set-forgotten = I have forgotten your earlier choice.
assistant-set-unknown = I do not know this unit, account or language. Write home to see the choices.
assistant-set-failed = The choice could not be saved just now. Drafts are checked all the same; choose again in a moment.
assistant-unremembered = Your choices could not be read just now, so I checked without them.
# The form
assistant-form = Check a draft
assistant-check = Check
assistant-draft = Draft
assistant-draft-hint = Write or paste the text as it would be published.
assistant-edit-paste = Copy the corrected text from the answer, paste it here and edit it.
assistant-edit-long = The field holds { $limit } characters and this text is longer. Copy the corrected text, edit it and send it to me as a message.
assistant-channel-facebook = Facebook
assistant-channel-instagram = Instagram
assistant-channel-x = X
assistant-channel-linkedin = LinkedIn
assistant-channel-youtube = YouTube
assistant-channel-tiktok = TikTok
assistant-channel-web = Website
assistant-alt = Does the picture have alternative text?
assistant-alt-unknown = No picture, or I do not know
assistant-alt-yes = The picture has alternative text
assistant-alt-no = The picture has no alternative text
# What could not be read
assistant-no-text = There is no text to check. Write or paste a draft.
assistant-too-long = The draft has { $length } characters; I check at most { $limit } at a time.
assistant-too-long-how = Send the text in parts, or shorten it.
assistant-question-too-long = The question has { $length } characters; I answer questions of at most { $limit }. Ask briefly. If this is a draft, begin the message with check:
assistant-image = I cannot see what the picture shows. Please look at these yourself:
assistant-image-how = Write alternative text: what the picture shows and why it is there, in a few words. Ask people who can be recognised for permission, and always the guardians of children. Make sure that the picture may be used, and send me the text that goes with it.
assistant-file-unknown = I cannot read this file. Send a text file, or copy the text into a message.
assistant-unknown-verb = This button no longer works. Write help and I will tell you what I can do.
assistant-store-down = Nothing can be saved just now, and nothing was. Please try again in a moment.
assistant-erased = The answer is deleted.
# What a message is
assistant-unclear = Is this a draft or a question?
assistant-your-message = Your message
assistant-it-is-draft = A draft: check it
assistant-it-is-question = A question: answer it
assistant-it-is-crisis = Something serious has happened
assistant-again-draft = Send the text again and begin the message like this: check:
assistant-again-question = Send the question again and begin the message like this: ask:
assistant-like-draft = This reads like a draft. To have it checked, send it again and begin the message like this: check:
assistant-cry = Has something serious happened?
assistant-cry-first = In an emergency call 112 first. Then report the crisis below: no alert goes out before a human has confirmed it.
# Greeting and help
assistant-hello = Hello! I help with posts on social media.
assistant-hello-how = Send a draft and I will say what to fix. Ask and I will say whom to ask and what the guideline says.
assistant-kept = I do not store your drafts or questions. I keep which rules spoke, how often, in which unit and week; also your reasons without your name, your own choices, your absences and crisis reports. This chat service, however, keeps what you write: send no client data here, and delete both your message and my answer where needed.
assistant-help = How I can help
assistant-help-check = check TEXT – checks a draft; the draft alone will do, too
assistant-help-ask = ask QUESTION – whom to ask and what the guideline says
assistant-help-form = form – draft, account and channel in a form
assistant-help-accounts = accounts – the city's accounts and who looks after them
assistant-help-absence = absence 1.7.–31.7. substitute NAME – your own absence
assistant-help-crisis = crisis – report a crisis; in an emergency call 112 first
assistant-help-language = language English, Finnish or Swedish
assistant-home = My page
assistant-accounts = Accounts
# Whom to ask
assistant-ask-out = The guideline does not answer this.
assistant-if-away = And if they are away?
assistant-nobody-named = The last answer named no person, so nobody stands in. Choose your unit on your page: write home.
assistant-who-title = Whom to ask
assistant-who-next = You can also ask me in your own words what the guideline says.
# A reason against a finding
assistant-override-title = Why is this fine?
assistant-override-nothing = I cannot find the advice that you mean. Check the draft again and press the button in the new answer.
assistant-override-which = Which advice
assistant-override-all = All of these
assistant-override-send = Send
assistant-reason = Reason
assistant-reason-hint = The reason is kept with the rule and the unit, without your name, so that the rule can be improved. Write no names or numbers.
assistant-reason-missing = Write the reason in a few words.
assistant-reason-long = The reason can have { $limit } characters. Please shorten it.
assistant-reason-personal = The reason has personal data in it. Write it without names, numbers and addresses.
assistant-overridden = Thank you. I kept the reason with the rule and the unit, without your name.
assistant-override-grave = Some of this advice is about something serious. If you are at all unsure, ask before you publish.
# Accounts
assistant-accounts-found = { $count ->
    [one] One account
   *[other] { $count } accounts
  }
assistant-accounts-none = There is no such account in the city's data. Write accounts to see them all.
assistant-accounts-more = { $count ->
    [one] There is one more account. Narrow it down, for example: accounts: library
   *[other] There are { $count } more accounts. Narrow it down, for example: accounts: library
  }
assistant-keepers = Looked after by
# Home
assistant-home-place = Your unit and account
assistant-home-whom = Whom to ask
assistant-home-language = Language
assistant-home-kept = What is kept
assistant-language = Language
# Absence
assistant-absence = Absence
assistant-absence-days = Days
assistant-absence-days-hint = For example 1.7.–31.7. or a single day
assistant-absence-send = Report an absence
assistant-absence-none = You have reported no absence.
assistant-absence-stranger = You are not in the city's data, so I cannot record an absence. Ask whoever looks after the data to add you.
assistant-absence-nobody = { $name } is away { $first }–{ $last }. Nobody stands in: name a substitute by reporting the absence again.
assistant-absence-unknown = No absence is recorded on these days.
assistant-absence-cancel = Take the absence back
assistant-substitute = Substitute
assistant-substitute-hint = Name or office
assistant-substitute-usual = If you leave this empty, { $name } stands in.
assistant-substitute-unknown = This substitute is not in the city's data. Write the whole name.
