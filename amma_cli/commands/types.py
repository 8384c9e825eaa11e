"""Options that several commands take, each said once."""

from typing import Annotated

import typer

Tick = Annotated[list[str] | None, typer.Option("--tick", metavar="KEY", help="a sign")]
Pressures = Annotated[list[str] | None, typer.Option("--bp", metavar="S/D", help="118/76")]
Temps = Annotated[list[str] | None, typer.Option("--temp", metavar="C", help="37.2")]
Pulses = Annotated[list[str] | None, typer.Option("--pulse", metavar="N", help="at rest")]
Weight = Annotated[str | None, typer.Option("--weight", metavar="W", help="68.2kg")]
Other = Annotated[
    list[str] | None, typer.Option("--reading", metavar="NAME=N", help="any other reading")
]
Flag = Annotated[
    list[str] | None, typer.Option("--flag", metavar="KEY", help="what applies: twins ...")
]
# Read by hand, so that a wrong one does not hide what stands beside it.
Along = Annotated[str | None, typer.Option("--week", metavar="N", help="weeks along")]
AfterBirth = Annotated[
    str | None, typer.Option("--after-birth", metavar="DAYS", help="days since a birth")
]
AfterLoss = Annotated[
    str | None, typer.Option("--after-loss", metavar="DAYS", help="days since a loss")
]
Sign = Annotated[list[str] | None, typer.Option("--sign", metavar="KEY", help="a warning sign")]
Mood = Annotated[int | None, typer.Option("--mood", metavar="1-5", help="1 bad, 5 good")]
Sleep = Annotated[int | None, typer.Option("--sleep", metavar="1-5", help="last nights")]
Energy = Annotated[int | None, typer.Option("--energy", metavar="1-5", help="now")]
Complaint = Annotated[
    list[str] | None, typer.Option("--symptom", metavar="KEY", help="heartburn ...")
]
Pressure = Annotated[str | None, typer.Option("--bp", metavar="S/D", help="118/76")]
Temp = Annotated[str | None, typer.Option("--temp", metavar="C", help="37.2")]
Kept = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="kept in your journal; - is stdin")
]
Ask = Annotated[
    list[str] | None, typer.Option("--question", metavar="TEXT", help="for your next visit")
]
Done = Annotated[list[str] | None, typer.Option("--done", metavar="ARTICLE", help="you read it")]
AllYes = Annotated[bool, typer.Option("--yes", help="ask nothing, what is typed is right")]
At = Annotated[str | None, typer.Option("--at", metavar="WHEN", help="when it was")]
Meal = Annotated[str, typer.Option("--meal", metavar="WHEN", help="glucose: fasting, 1h or 2h")]
Beside = Annotated[str, typer.Option("--note", metavar="TEXT", help="words beside it")]
Right = Annotated[bool, typer.Option("--yes", help="it is right, do not ask")]
Dry = Annotated[bool, typer.Option("--dry-run", help="only say how it is read")]
Svg = Annotated[str | None, typer.Option("--svg", metavar="FILE", help="a picture; - is stdout")]
Height = Annotated[str | None, typer.Option("--height", metavar="H", help="165cm")]
Start = Annotated[str | None, typer.Option("--start-weight", metavar="W", help="before pregnancy")]
Only = Annotated[
    list[str] | None, typer.Option("--only", metavar="PART", help="this part and no other")
]
Without = Annotated[
    list[str] | None, typer.Option("--without", metavar="PART", help="leave this out")
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="not your last appointment")
]
Would = Annotated[bool, typer.Option("--dry-run", help="only say what it would hold")]
Unasked = Annotated[bool, typer.Option("--yes", help="ask nothing")]
To = Annotated[str | None, typer.Option("--to", metavar="html|md|txt|pdf")]
Paper = Annotated[str | None, typer.Option("--paper", metavar="a4|letter")]
Large = Annotated[bool, typer.Option("--large", help="large print")]
