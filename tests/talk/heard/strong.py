"""Strong cues of undertaking or asking, for the further draw (parts 16 to 21).

A cue is (how often it is taken, least words, how it needs a mark, pattern): 0 counts only with a mark, with 1 those without
one come later, 2 needs none. A mark is a time, a thing to hand over or a person, which a task mostly has.
"""

import re

WEAK = 4  # a sentence without a mark waits until its meeting could have given so many more with one

DO = (
    r"(?:send|write|open|file|draft|check|ask|fix|update|post|share|add|create|schedule|e-?mail|forward|look (?:into|at|up|for|over|through|in)|take a look"
    r"|follow(?:ing)? up|get back|get (?:in touch|you|them|him|her)|reach out|put|prepare|review|circulate|ping|set (?:it |that |this )?up|talk (?:to|with)|speak (?:to|with)"
    r"|work (?:on|with)|find|contact|call (?:him|her|them|you|up)|bring|submit|raise|make (?:sure|an?|the|that|those|these|some)|do (?:that|it|this|an?|the|some)|publish|merge|finish|upload"
    r"|report|message|announce|invite|coordinate|collect|read|document|propose|provide|arrange|book|drop|print|copy|run (?:it|that|this|the|some|another|an?)|test|clean|assign|take (?:that|this|it|an?|care)"
    r"|let (?:you|them|him|her|everyone|everybody|people|us|me) know|come up with|figure out|change|remove|try (?:to|and|it|that|this)|address|verify|confirm|implement"
    r"|organi[sz]e|remind|tell (?:him|her|them|[A-Z]\w+)|distribute|give (?:you|him|her|them|that|it))"
)
SOON = (
    r"(?: (?:just|also|then|definitely|certainly|probably|actually|go ahead and|try (?:to|and)|be (?:happy|glad) to|happily|quickly|maybe|go and|go|have to|need to|still|uh,?|um,?|at least"
    r"|personally|like to))*"
)
PERSON = r"(?!(?:I|It|That|This|We|You|They|There|What|Which|Who|So|And|But|He|She|If|The|Then|Now|Here|Everyone|People|Users?|Issuers?|Verifiers?|Holders?|Wallets?|Also|Okay|Yeah)\b)[A-Z][a-z]+"

CUES = {
    "en": [
        (4, 4, 1, rf"\b[Ii](?:'ll|’ll| will|(?:'m|’m| am) (?:going to|gonna|happy to)|'d be happy to){SOON} {DO}\b"),
        (2, 4, 1, rf"\bI (?:can|could|have to|need to|should|might|want to|am gonna|guess I can){SOON} {DO}\b"),
        (2, 4, 1, rf"\b[Ww]e(?:'ll|’ll| will|(?:'re|’re| are) (?:going to|gonna)){SOON} {DO}\b"),
        (
            3,
            2,
            2,
            (r"(?i:\baction[ -]items?\b|\bto-do(?: list|s)?\b|\bassign(?:ed|ing)?\b (?:it |that |this |him |her |me |you |\w+ ){0,2}to (?:you|me|him|her|that|this|it|do)\b|\bassign (?:me|yourself|myself)\b"
            r"|\b(?:take|took|taking) (?:that|this|it|an?|the) (?:one|action|task|on|offline|as an action)\b|\bon (?:my|your|his|her|our) (?:list|plate|to-?do)\b|\b(?:okay|ok|yes|yeah|yep|sure|right|i),? will do\b"
            r"|\bwill do[.,!]|\bI'?m on it\b|\bsure,? I(?:'ll| will| can)\b|\bI(?:'ll| will| can| could) (?:do|handle|take) (?:that|it|this)\b|\bget back to (?:you|him|her|them)\b"
            r"|\b(?:'ll|will|to|can|and|please) follow up (?:with|on)\b|\bvolunteer(?:s|ed|ing)? to (?!run\b)\w+)"),
        ),
        (1, 4, 1, r"(?i:\blet me (?:just |also |then )?(?:check|find out|ask|send|write|get back|talk to|talk with|look into|work on|think about|e-?mail|follow|add|put)\b)"),
        (
            3,
            4,
            1,
            (rf"(?i:\b(?:could|can|would|will) (?:you|someone|somebody|anyone|anybody|one of you)(?: guys| all| both)?|\bif (?:you|someone|somebody)(?: guys)? (?:could|can|would)|\bplease|\bwould you mind"
            rf"|\bI(?:'d| would) (?:ask|like|love) (?:for )?(?:you|everyone|people|folks)(?: all)? to|\b(?:maybe|so|then|perhaps|think) you (?:should|could|might want to|can)|\bdo you want to|\bneed (?:you|someone|somebody) to)"
            rf"{SOON} (?i:{DO})\b|\bwould you mind \w+ing\b"),
        ),
        (2, 4, 1, rf"\b(?:{PERSON}(?: [A-Z][a-z]+)?|[Hh]e|[Ss]he|[Ss]omebody|[Ss]omeone)(?:'ll|’ll| will| is going to|'s going to|'s gonna| is gonna| has to| needs to| should){SOON} {DO}\b"),
    ],
    "de": [],
}  # fmt: skip

TUN = (
    r"(?:(?:zu|ver)?(?:schicken|senden|leiten)|schreiben|(?:ab)?klären|(?:über)?prüfen|kümmern|(?:nach|ein)reichen|(?:nach)?liefern|weiter(?:leiten|geben)|mitnehmen|melden|zuarbeiten|informieren|beantworten|antworten"
    r"|vorlegen|einladen|vorbereiten|nachfragen|nachhaken|erkundigen|organisieren|veranlassen|zukommen|aufnehmen|ergänzen|korrigieren|überarbeiten|erarbeiten|anschauen|ansehen|angucken|nachschauen|nachgucken"
    r"|veröffentlichen|einstellen|besprechen|einbringen|zusammenstellen|übermitteln|berichten|mitteilen|vereinbaren|abstimmen mit|zur Verfügung stellen|darstellen|aufnehmen|herausgeben|rausgeben|zusagen"
    r"|ab(?:zuklären)|(?:nach|mit|zu|weiter|vor|ein|auf)zu(?:reichen|liefern|nehmen|leiten|geben|legen|bringen|stellen|arbeiten|fragen)|zu (?:prüfen|klären|beantworten|informieren|berichten|überprüfen|übermitteln))"
)
CUES["de"] = [
    (
        4,
        4,
        2,
        (r"(?i:\breichen? (?:ich|wir)\b.{0,60}\bnach\b|\b(?:ich|wir) reichen?\b.{0,60}\bnach\b|\bnach(?:reichen|liefern|gereicht|geliefert|zureichen|zuliefern)\b"
        r"|\bnehmen? (?:ich|wir) (?:das|es|die|den|gerne?|ich|Ihre\w*)\b.{0,40}\bmit\b(?! \w)|\b(?:ich|wir) nehmen? (?:das|es|die|den|gerne?)\b.{0,40}\bmit\b[.,]|\b(?:das|es|gerne|so|noch mal|nochmal) mitnehmen\b"
        r"|\b(?:sage|sagen) (?:ich|wir) (?:Ihnen )?.{0,20}\bzu\b[.,]|\bIhnen .{0,20}zusagen\b|\bkümmer\w* (?:ich|wir) (?:mich|uns)\b|\b(?:ich|wir) kümmern? (?:mich|uns)\b)"),
    ),
    (
        3,
        4,
        1,
        (r"(?i:\b(?:ich|wir) (?:schicken?|senden?|klären?|kläre|prüfen?|schreiben? Ihnen|melden? (?:mich|uns)|leiten? .{1,40} weiter|liefern?|liefere|geben? .{1,40} weiter|veranlassen?|informieren? (?:Sie|Euch)|beantworten?)\b"
        r"|\b(?:schicke|sende|kläre|prüfe|melde|veranlasse|beantworte|schicken|klären|prüfen|beantworten)n? (?:ich|wir)\b|\b(?:schriftlich\w*|per (?:E-)?Mail|im Nachgang|zum Protokoll|zu Protokoll|ins Protokoll)\b)"),
    ),
    (3, 4, 1, rf"(?i:\b(?:ich|wir) (?:werden?|würden?|kann|können) (?!nicht\b).{{0,70}}\b{TUN}\b|\b(?:werde|werden|würde|würden|kann|können) (?:ich|wir)\b (?!nicht\b).{{0,70}}\b{TUN}\b)"),
    (
        3,
        4,
        1,
        (rf"(?i:\b(?:könnten?|können|würden?|kannst|wollen) (?:Sie|du|ihr|man|die Verwaltung)\b.{{0,80}}\b{TUN}\b|\bbitte\b.{{0,80}}\b{TUN}\b|\b(?:ich|wir) (?:würden? |möchten? |darf |dürfen ).{{0,40}}\b(?:darum )?bitten\b"
        rf"|\b(?:ich|wir) bitten? (?:Sie|darum|die Verwaltung|um (?:eine|schriftliche|Prüfung|Klärung|Beantwortung|Information))\b|\b(?:wäre|bin|wären) .{{0,30}}\b(?:schön|gut|nett|dankbar)\b.{{0,20}}\bwenn (?:Sie|die|der|wir|man)\b.{{0,80}}\b{TUN}\b)"),
    ),
    (1, 4, 1, rf"\b(?:Herr|Frau|Kollege|Kollegin|[Dd]ie Verwaltung|Oberbürgermeisterin|Beigeordnete[rn]?) (?:[A-ZÄÖÜ][\w-]+ )?(?:wird|werden|könnte|kann|würde)\b.{{0,70}}\b{TUN}\b"),
]  # fmt: skip
CUES = {language: [(weight, least, mark, re.compile(cue)) for weight, least, mark, cue in cues] for language, cues in CUES.items()}

MARK = {
    "en": re.compile(
        r"(?i:\b(?:after (?:the|this|that) (?:call|meeting)|today|tonight|tomorrow|later|offline|this (?:week|afternoon|evening)|next (?:week|time|meeting|call|month|couple)|(?:by|before) (?:the )?(?:end|next|tomorrow|then)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
        r"|soon|shortly|weekend|few days|couple of days|e-?mails?|mail|the list|issues?|prs?|pull requests?|minutes|docs?|documents?|draft|links?|slides?|deck|spreadsheet|agenda|notes?|proposal|wiki|web ?sites?|web ?page|repo"
        r"|repository|discord|telegram|slack|skype|tweet|twitter|github|him|her|them|everyone|everybody|folks|folder|report|calendar|invite|poll|bug|ticket|results|data|experiments?|disk|form|paper|announcement|newsletter)\b)"
        r"|\b(?:with|to|from|ask|let|ping|email|for|send) (?!I\b|The\b)[A-Z][a-z]+\b"
    ),
    "de": re.compile(
        r"\b(?:Ihnen|schriftlich\w*|bis|nächste[nrms]?|morgen|zeitnah|Wochen?|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Ausschuss\w*|Protokoll|E?-?Mail|Antwort\w*|Information\w*|Stellungnahme\w*|Verwaltung|Liste|Unterlagen|Anfragen?|Fragen?"
        r"|Übersicht|mit (?:Herrn|Frau|dem|der)|noch ?mal|Fraktionen|Prüfung|Thema|Hinweis|Anregung)\b"
    ),
}  # fmt: skip

# The meeting's own course, and what is no talk at all.
NO = {
    "en": re.compile(
        r"(?i:\b(?:mute|screen|chat|the queue|on queue|call on|click|next slide|speak up|hear me|your hand|introduce yourself|introduce themselves|transcriber|scribe|start the recording)\b|podbean|e-mail dhammarato|speaker [a-d] \(|please put name|friend request to|\bdigits?\b|your numbers"
        r"|\bas far as I can tell|\bI can tell you\b|\bI(?:'ll| will) (?:add|put|give) (?:that|one more|1 more|another)|\bI(?:'d like| would like| want| wanted|'m going| was going) to ask\b|\bthing I(?:'ll| will) (?:add|say))"
    ),
    "de": re.compile(
        r"(?i:\b(?:Wortmeldung\w*|Abstimmung|Handzeichen|Kartenzeichen|ums Wort|um das Wort|Zustimmung|um Ruhe|Redezeit|Mikro\w*|abstimmen|zustimmen|zuzustimmen|Ihre Stimme|Aufmerksamkeit|Platz|Unterstützung|Überweisung|Antrag|freuen uns)\b)"
    ),
}
