"""A small city whose people are spread over Slack, Teams and mail, and whose ladders are short."""

from __future__ import annotations

CITY = """\
city: Testilä
pack: paimio
language: fi
units:
  - id: sivistys
    name: {fi: sivistyspalvelut, sv: bildningstjänster, en: education and culture}
    people: {department_head: bo}
  - id: tekniset
    name: {fi: tekniset palvelut, sv: tekniska tjänster, en: technical services}
    people: {department_head: dora}
accounts:
  - id: testila-fb
    platform: facebook
    unit: sivistys
    people: {channel_owner: [aino], maintainer: [eero]}
people:
  - id: aino
    name: Aino Avaaja
    office: {fi: viestintäpäällikkö, sv: kommunikationschef, en: head of communications}
    unit: sivistys
    reach: {slack: U01AINO, email: aino@testila.example, phone: 040 000 3001}
  - id: bo
    name: Bo Bildning
    office: {fi: sivistysjohtaja, sv: bildningsdirektör, en: director of education}
    unit: sivistys
    language: sv
    substitute: eero
    reach: {slack: U02BO, phone: 040 000 3002}
  - id: carol
    name: Carol Kansleri
    office: {fi: kaupunginjohtaja, sv: stadsdirektör, en: city manager}
    roles: [city_manager]
    language: en
    reach: {slack: U03CAROL, phone: 040 000 3003}
  - id: dora
    name: Dora Putkinen
    office: {fi: tekninen johtaja, sv: teknisk direktör, en: technical director}
    unit: tekniset
    reach: {teams: aad-dora, phone: 040 000 3004}
  - id: eero
    name: Eero Sijainen
    office: {fi: rehtori, sv: rektor, en: head teacher}
    unit: sivistys
    reach: {teams: aad-eero, phone: 040 000 3005}
  - id: gita
    name: Gita Hallinen
    office: {fi: hallintojohtaja, sv: förvaltningsdirektör, en: director of administration}
    reach: {teams: aad-gita, phone: 040 000 3006}
  - id: hilma
    name: Hilma Hiljainen
    office: {fi: vesilaitoksen päivystäjä, sv: jourhavande, en: water plant on call}
    unit: tekniset
    reach: {teams: aad-hilma, phone: 040 000 3007}
  - id: outi
    name: Outi Tukinen
    office: {fi: tietohallinto, sv: dataförvaltning, en: IT}
    roles: [it]
    reach: {email: outi@testila.example}
rights:
  edit: [aino]
  open: [aino, gita]
  stand_down: [aino, gita]
crisis:
  duty: [aino, gita]
  drill: [aino, bo, carol]
  fallback: [aino]
  policies:
    - id: kriisi
      name: {fi: Kriisi, sv: Kris, en: Crisis}
      basis: guideline
      source: P-6.7
      lead: city_manager
      steps:
        - {notify: [city_manager, department_head], inform: [it], wait: 30}
        - {notify: [gita], wait: 30}
      advice:
        - fi: Kerro ensin verkkosivulla.
          sv: Berätta först på webbplatsen.
          en: Tell it on the website first.
    - id: nopea
      name: {fi: Nopea, sv: Snabb, en: Quick}
      lead: city_manager
      repeat: 0
      steps:
        - {notify: [department_head], inform: [it], wait: 0.08, remind: 0.04}
        - {notify: [city_manager], wait: 5}
    - id: yksin
      name: {fi: Yksin, sv: Ensam, en: Alone}
      repeat: 0
      steps:
        - {notify: [bo], wait: 30}
    - id: vesi
      name: {fi: Vesi, sv: Vatten, en: Water}
      repeat: 0
      steps:
        - {notify: [hilma, bo], wait: 30}
"""
