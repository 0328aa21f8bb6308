"""Abbreviations that are written with a full stop, in Finnish, Swedish and English."""

from __future__ import annotations

_FINNISH = """
alk arv dipl eaa ekr em engl eo er esim esp evp fil fk heb hlö huom h:gin hra ilm ip isl ital jaost
jap jkr jms jne joht jr kd kirj kk kl klo kpl kr kreik krs ks kts kv käsit lab lait lat leht lkm lv
lyh lääk maist merk ml mlk mm mom mrd ms mt mv n nim norj nro ns nti nyk os osak osasto-os p pj pnä
pol port pros prof puh puhj puol pv pvm rak ransk rn ruots rva s saks sek seur siht skp so srk st
suom synt tans tark tav tel tk tms toim tod ts tt tuh tunn tus tv työp ty ukr unk v valt varapj vast
ven vir vm vp vrk vrt vs vt vv yht yks yl ylim ym yms yp ystäv
"""
_SWEDISH = """
adj adr ang anm anst apr aug avd avg ca dec distr div dr enl etc ev exkl feb fil följ forts
frk förf föreg förk gm gr hr iaf inkl ing inst jan jfr jul jun kap kl kr kt lör mag max md mdr milj
mkt motsv mån mvh nr nov obs okt ons ordf osv pga prof protok red resp s sekr sep sept sign sid sk
skr st stf sön tel tf tis trol uppl utg vard vol zool årg övers
"""
_ENGLISH = """
approx assn assoc asst blvd capt cf corp dept dr drs eds etc excl ext figs ft gov hr hrs inc incl
intl jr ltd max mgr misc mr mrs ms mt nos oct pp prof rd sept sgt sr st tel thu tue univ vol vols
vs wed
"""
_ENDING = """
a.m. e.kr. ekr. etc. f.kr. inc. jkr. jms. jne. jr. kk. kpl. kr. krs. ltd. m.fl. m.m. mdr. milj. mrd.
o.s.v. osv. p.a. p.m. pv. pvm. sr. tms. v. vm. vrk. yht. ym. ym.fl. yms.
"""

ABBREVIATIONS = frozenset(f"{_FINNISH} {_SWEDISH} {_ENGLISH}".split())
"""In lower case and without the full stop; none that is a plain word of another language."""

ENDING = frozenset(_ENDING.split())
"""Those that may end a sentence; after any other a capital letter begins no new one."""
