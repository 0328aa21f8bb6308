"""Abbreviations that are written with a full stop, in Finnish, Swedish and English."""

from __future__ import annotations

_FINNISH = """
engl esp heb isl ital jap kreik lat norj port ransk ruots saks tans ukr unk ven vir
alk arv as dipl eaa ed ekr em eo er esim evp fil fk hlö huom h:gin hra ilm ip jaost jkr jms jne
joht jr ja k kd kirj kk kl klo kpl kr krs ks kts kv käsit l lab lait leht lk ll lkm lv lyh lääk maist
merk min mk ml mlk mm mom mrd ms mt mv n nk nim nro ns nti nyk oik os osak osasto-os p pj pnä po
pol pros prof puh puhj puol pv pvm ra rak rn rva s sek seur siht skp so srk st suom synt t tark tav
tel til tk tms toim tod ts tt tuh tunn tus tv työp ty u ua ue v va valt varapj vast vm vp vrk vrt
vs vt vv ym yht yks yl ylim ym yms yo yp ystäv
"""
_SWEDISH = """
adj adr ang anm anst apr aug avd avg bil ca dec dir distr div doc dr el enl etc ev ex exkl f feb fig
fil följ forts frk fr förf föreg förk gm gr hr iaf inkl ing inst jan jfr jul jun kap kl kr kt lör m
mag mar max md mdr med milj min mkt motsv mån mvh nr nov obs okt ons ordf osv pga prof protok red
ref resp rev s sekr sep sept sign sid sk skr sr st stf sön t ta tel temp tf tis tom tor trol tr
uppl utg v v.ordf vard vd vol zool äv årg ö övers
"""
_ENGLISH = """
drs approx apt assn assoc asst ave blvd capt cf co col corp dept dr ed eds esp est etc excl ext fig figs
fri ft gen gov hon hr hrs inc incl intl jr lt ltd max mgr min misc mr mrs ms mt no nos oct pp prof
rd ref rep rev sat sept sgt sr st sun tel temp thu tue univ vol vols vs wed
"""

# A plain word of the other languages that often ends a sentence is no abbreviation here.
_WORDS = frozenset(
    "ja ed no so sun sat med fig ex el mar min ta t l k f m u v ms gen col hon ave ref fr "
    "mag tor max dir doc tom bil oik em til ra va as co ua ue rep est apt fri lt temp yo yl".split()
)

ABBREVIATIONS = frozenset(f"{_FINNISH} {_SWEDISH} {_ENGLISH}".split()) - _WORDS
"""In lower case and without the full stop."""

ENDING = frozenset(
    "etc. jne. jms. kpl. kk. krs. kr. ms. osv. o.s.v. m.fl. m.m. mm. tms. ym. yms. v. ym.fl. vrk. pv. min. "
    "a.m. p.m. ko. e.kr. jkr. ekr. f.kr. inc. ltd. p.a. vm. mrd. milj. mdr. pvm. yht. jr. sr.".split()
)
"""Those that may end a sentence; after any other a capital letter begins no new one."""
