# Slack: what Slack itself needs words for
slack-confirm-yes = Kyllä
slack-confirm-no = Peru
slack-choose = Valitse
slack-close = Sulje
slack-submit = Lähetä
slack-cut = Loppu ei mahtunut tähän. Pyydä yhtä asiaa kerrallaan, niin näet kaiken.
slack-too-long-for-field = Teksti on pidempi kuin { $limit } merkkiä eikä mahdu kenttään. Muokkaa sitä muualla ja lähetä se sitten uutena viestinä.
slack-failed = Jokin meni vikaan, eikä vastausta syntynyt. Yritä hetken kuluttua uudelleen.
slack-form-late = Lomake ehti vanhentua ennen kuin se aukesi. Avaa se uudelleen.
slack-again = Avaa lomake
slack-wait = Hetki, vastaus on tulossa.
slack-answered = Vastaus on keskustelussa.
slack-health-starting = Slackiin ei ole vielä saatu yhteyttä. Tarkista, pääseekö palvelin osoitteeseen slack.com.
slack-health-refused = Slack hylkäsi tunnuksen. Kopioi Slack-sovelluksen bottitunnus (xoxb-…) uudelleen asetuksiin.
slack-health-down = Slack ei vastaa. Tarkista palvelimen verkkoyhteys ja sivu slack-status.com.
slack-health-socket = Socket Mode -yhteys on poikki. Tarkista sovellustunnus (xapp-…) ja verkkoyhteys.
