"""What python3-icalendar and python3-recurring-ical-events make of calendars.

Reads {"from": "2026-01-01", "until": "2028-01-01", "texts": [...]} and writes for each text its times:
uid, begin and end (epoch ms), summary, location, status, sequence, and who is asked; and its method.
"""
import datetime
import json
import sys

import icalendar
import recurring_ical_events

asked = json.load(sys.stdin)
day = datetime.date.fromisoformat


def moment(value):
    if value.tzinfo is None:
        raise ValueError(f"{value} stands in no zone")
    return round(value.timestamp() * 1000)


def times(text):
    calendar = icalendar.Calendar.from_ical(text)
    found = recurring_ical_events.of(calendar).between(day(asked["from"]), day(asked["until"]))
    rows = [
        {
            "uid": str(event["UID"]),
            "begin": moment(event["DTSTART"].dt),
            "end": moment(event["DTEND"].dt),
            "summary": str(event["SUMMARY"]),
            "location": str(event.get("LOCATION", "")),
            "status": str(event.get("STATUS", "")),
            "sequence": int(event.get("SEQUENCE", 0)),
            "attendee": str(event.get("ATTENDEE", "")),
        }
        for event in found
    ]
    rows.sort(key=lambda row: (row["begin"], row["uid"]))
    return {"method": str(calendar.get("METHOD", "")), "times": rows}


json.dump([times(text) for text in asked["texts"]], sys.stdout)
