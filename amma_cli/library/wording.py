"""The words that the linter knows: brands, British spellings, phrases that do harm."""

import re

TOPICS = frozenset(
    "basics body care complications conditions medicines food living mind birth baby partners "
    "special after".split()
)
KINDS_OF_SOURCE = frozenset(
    "guideline review trial study national-body hospital charity reference textbook data "
    "law".split()
)
STRONG_KINDS = frozenset(("guideline", "review", "national-body"))
SEEN = frozenset(("page", "abstract", "quoted", "brief", "not-seen"))


def _any(words: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(words.split()) + r")\b", flags)


BANNED = re.compile(
    r"\b(?:don['’]t worry|do not worry|no need to worry|nothing to worry about|simply|just|"
    r"should be fine|rest assured|no cause for concern|perfectly (?:normal|safe|fine)|"
    r"(?:always|certainly|completely|totally) (?:harmless|safe|normal)|the patients?|"
    r"common sense|bundle of joy|mommy|mama)\b",
    re.IGNORECASE,
)
# May stand in quotation marks, or in a sentence that says that the term is old.
OLD_TERMS = re.compile(
    r"\b(?:incompetent cervix|cervical incompetence|elderly (?:mother|primi\w+)|"
    r"geriatric (?:mother|pregnancy)|failed (?:pregnancy|induction|to progress)|"
    r"failure to progress|habitual abort\w+|blighted ovum)\b",
    re.IGNORECASE,
)
SAID_TO_BE_OLD = re.compile(
    r"\b(?:old|older|outdated|former|formerly|once called)\b", re.IGNORECASE
)
FRUIT = (
    "apple apricot avocado banana blueberry cantaloupe cherry coconut fig grape grapefruit kiwi "
    "lemon lime mango melon olive orange papaya peach pear pineapple plum pomegranate pumpkin "
    "raspberry strawberry watermelon"
)
FRUIT_JOKE = re.compile(
    r"\b(?:size of|big as|large as|small as) (?:an?|your|the) (?:\w+ )?"
    rf"(?:{'|'.join(FRUIT.split())})\b"
    rf"|\b(?:{'|'.join(FRUIT.split())})[- ]sized?\b",
    re.IGNORECASE,
)
CLAIMS_REVIEW = re.compile(
    r"\b(?:medically|clinically|clinician|doctor|midwife|expert|physician|obstetrician)[- ]"
    r"(?:reviewed|approved|verified)\b"
    r"|\b(?:this|our|these|the) "
    r"(?:article|guide|text|page|library|advice|information|app|program)s?"
    r"\b[^.]{0,60}\b(?:reviewed|checked|approved|verified|written|endorsed) by\b",
    re.IGNORECASE,
)
BRANDS = _any(
    "Tylenol Panadol Calpol Advil Nurofen Motrin Brufen Aleve Naprosyn Excedrin Anadin Lemsip "
    "Solpadeine Zantac Pepcid Gaviscon Tums Rennie Rolaids Maalox Mylanta Nexium Prilosec Losec "
    "Prevacid Pepto-Bismol Alka-Seltzer Imodium Dulcolax Senokot Colace Miralax Movicol Laxido "
    "Fybogel Metamucil Anusol Preparation.H Zofran Diclegis Bonjesta Xonvea Diclectin Reglan "
    "Phenergan Stugeron Benadryl Piriton Claritin Clarityn Zyrtec Allegra Unisom Sudafed Afrin "
    "Vicks Strepsils Voltaren Voltarol Deep.Heat Zoloft Lustral Prozac Lexapro Cipralex Celexa "
    "Paxil Seroxat Effexor Wellbutrin Zyban Champix Chantix Xanax Valium Ativan Ambien Adderall "
    "Ritalin Concerta Epilim Depakote Lamictal Keppra Topamax Tegretol Ozempic Wegovy Mounjaro "
    "Saxenda Victoza Zepbound Glucophage Makena Utrogestan Cyclogest Crinone Prometrium Lutigest "
    "Clomid Cytotec Propess Cervidil Prostin Pitocin Syntocinon Syntometrine Hemabate Clexane "
    "Lovenox Fragmin Innohep Trandate Adalat Aldomet Entonox Meptid Canesten Monistat Diflucan "
    "Zovirax Valtrex Augmentin Macrobid Accutane Roaccutane Retin-A Humira RhoGAM Rhophylac "
    "Abrysvo Arexvy Beyfortus Boostrix Adacel Repevax Comirnaty Spikevax Gardasil Tamiflu "
    "Paxlovid Pregnacare Elevit Clearblue Pampers Huggies Medela Elvie Aptamil Enfamil Similac "
    "Nutramigen Coca-Cola Coke Pepsi Red.Bull Starbucks Nutella Synthroid Ventolin Vaseline "
    "Sudocrem Bepanthen Lansinoh Snoo Owlet"
)
_STEMS = (
    "recogn organ hospital immun steril pasteur fertil stabil minim maxim special real normal "
    "emphas apolog general util summar priorit visual critic character catheter individual "
    "author local mobil optim penal rational standard sympath symbol"
)
BRITISH = re.compile(
    r"\b(?:(?:un|in|self-)?(?:"
    + "|".join(_STEMS.split())
    + r")is(?:e|es|ed|ing|ation|ations|er|ers)"
    r"|(?:labour|colour|favour|behaviour|neighbour|odour|tumour|humour|rumour|flavour|honour|"
    r"harbour|saviour|vapour|discolour)\w*"
    r"|(?:centre|litre|millilitre|metre|centimetre|millimetre|kilometre|fibre|theatre|calibre)s?"
    r"|caesarian|caesarean|caesareans|diarrhoea|\w*haem\w+|anaemi\w+|\w*aemia|leukaemi\w+|"
    r"anaesth\w+|oedema\w*|oestr\w+|oesoph\w+|foet\w+|paediatr\w+|gynaec\w+|orthopaed\w+|"
    r"praevia|dyspnoea|apnoea|gonorrhoea|amenorrhoea|caecum|faec\w+|"
    r"grey|mould\w*|tyres?|pyjamas|jewell\w+|whilst|amongst|programmes?|practis(?:e|ed|es|ing)|"
    r"licences?|defence|offence|pretence|sceptical|ageing|counsell\w+|travell\w+|cancelled|"
    r"labelled|labelling|modelled|enrol|enrols|fulfil|fulfils|skilful|analys(?:e|ed|ing)|"
    r"paralys(?:e|es|ed|ing)|sulph\w+|nappy|nappies|learnt|manoeuvre\w*|"
    r"pre-eclampsia|mum|mums)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"https?://|\bwww\.|\b[a-z0-9-]+\.(?:com|org|uk|gov|net|edu|ie|info|nhs|int)\b", re.IGNORECASE
)
COUNTED = (
    r"(?:women|people|pregnan\w+|bab\w+|births|mothers|trials|studies|participants|in|of|out|"
    r"g|mg|ml|mm|cm|kg|kcal|calories|grams|percent|days|weeks|micrograms)\b"
)
SHORT_NUMBER = re.compile(
    rf"(?<![\d,.])\b(?:999|911|112|111|000|988)\b(?![,.]\d)(?!\s*%)(?!\s+{COUNTED})"
)
LONG_NUMBER = re.compile(r"(?<![\w.,])\+?\(?\d[\d ().-]{5,}\d(?!\w)")
NOT_A_PHONE = re.compile(r"(?:\d{4}-\d\d-\d\d|(?:19|20)\d\d ?- ?(?:19|20)\d\d)$")
TYPED_BY_THE_PROGRAM = frozenset(
    (
        "sources", "references", "reading time", "disclaimer", "review", "review status",
        "related", "related articles", "related reading", "see also", "key takeaways", "summary",
    )
)  # fmt: skip
IMPERIAL = re.compile(
    r"\d(?:\.\d+)? ?(?:°? ?F|inch(?:es)?|lbs?|ounces?|oz|feet|ft|fl oz|Fahrenheit|miles?)\b"
)
