"""Every page: its address, who may see it, how often it may be asked for."""

from __future__ import annotations

from adapters.web import ask, board, check, insights, local, rule_book, sign_in
from adapters.web.guard import Route

ROUTES = (
    Route("GET", "", check.show, "open", "page"),
    Route("GET", "check", check.show, "open", "page"),
    Route("POST", "check", check.send, "open", "send", form=True),
    Route("POST", "check/live", check.live, "open", "keystroke"),
    Route("GET", "ask", ask.show, "open", "page"),
    Route("POST", "ask", ask.send, "open", "send", form=True),
    Route("POST", "ask/act", ask.act, "open", "send", form=True),
    Route("GET", "override", ask.override, "signed", "page"),
    Route("POST", "override", ask.give_reason, "signed", "send", form=True),
    Route("GET", "rules", rule_book.show, "open", "page"),
    Route("GET", "crisis", board.show, "signed", "page"),
    Route("POST", "crisis/act", board.act, "signed", "send", form=True),
    Route("GET", "crisis/report.md", board.report, "signed", "page"),
    Route("GET", "crisis/live", board.live, "signed", "live"),
    Route("GET", "insights", insights.show, "insights", "page"),
    Route("GET", "insights/{table}.csv", insights.table, "insights", "page"),
    Route("GET", "sign-in", sign_in.go, "anyone", "sign_in"),
    Route("GET", "sign-in/back", sign_in.back, "anyone", "sign_in"),
    Route("GET", "signed-in", sign_in.signed_in_page, "anyone", "page"),
    Route("GET", "signed-out", sign_in.signed_out_page, "anyone", "page"),
    Route("POST", "sign-out", sign_in.out, "anyone", "send", form=True),
    Route("POST", "be", local.become, "anyone", "send", form=True),
)
