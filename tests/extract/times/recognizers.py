#!/usr/bin/env python3
# Copyright 2026 The Sayso Authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many of the DateTime cases of Recognizers-Text come out right, and why the others do not.

usage: recognizers.py CASES.json [--show N] -- COMMAND...

COMMAND reads {"id","text","published"} and prints what `sayso-cli extract --stream` prints. A case passes when every time
expected is found with one of the resolutions given, and no other time is found. A range may be found as two times, its ends;
a duration that counts from today may begin or end a day sooner or later, as that day is in or out. What the cases leave
unresolved (a school year, 30 February) may be found or not.
"""

import datetime
import json
import random
import re
import subprocess
import sys
from collections import Counter


def day(text):
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", text or "")
    return datetime.date(*map(int, match.groups())) if match else None


def after(date):
    return date + datetime.timedelta(1) if date and date < datetime.date.max else None


UNITS = {"Y": 31536000, "Q": 7776000, "M": 2592000, "W": 604800, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}


def seconds(value, month=UNITS["M"]):
    total, clock = 0.0, ""
    for number, unit in re.findall(r"(?:T|([\d.]+)([YQMWDHS]))", (value or "")[1:]):
        if not unit:
            clock = "T"
            continue
        try:
            total += float(number) * (month if clock + unit == "M" else UNITS[clock + unit])
        except (KeyError, ValueError):
            return None
    return total


def clock_of(text):
    match = re.search(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?", text or "")
    return tuple(int(x or 0) for x in match.groups()) if match else None


PARTS = {"TMO", "TMI", "TAF", "TEV", "TNI", "TDT"}


def one_agrees(kind, value, times):
    first, last = times[0], times[-1]
    if kind == "duration":
        # "P1Y3M" is "P1.25Y", whose months are twelfths of its year.
        wanted = float(value.get("value", -1))
        return any(wanted in (seconds(t["value"]), seconds(t["value"], UNITS["Y"] / 12))
                   for t in times if t["type"] == "DURATION")
    if kind == "set":
        timex = value["timex"].replace("P1WE", "WXX-WE")
        return any(t["type"] == "SET" and (t["value"].replace("P1Q", "P3M").endswith(timex) or (
            "T" in timex and t["value"].split("T")[0].endswith(timex.split("T")[0]) and
            clock_of(t["value"]) is not None and clock_of(t["value"]) == clock_of(timex))) for t in times)
    if kind == "time":
        return any(clock_of(t["value"]) == clock_of("T" + value.get("value", "")) for t in times if t["type"] == "TIME")
    if kind == "timerange":
        if any(part in (value.get("timex") or "") and part in t["value"] for part in PARTS for t in times):
            return True
        starts, ends = clock_of("T" + value.get("start", "")), clock_of("T" + value.get("end", ""))
        long = next((seconds(t["value"]) for t in times if t["type"] == "DURATION"), None)
        clocks = [clock_of(t["value"]) for t in times if t["type"] == "TIME"]
        if long and clocks and starts and ends:
            return clocks[0] == starts and (ends[0] - starts[0]) * 3600 + (ends[1] - starts[1]) * 60 == long
        if not clocks or not (starts or ends):
            return False
        return (not starts or clocks[0] == starts) and (not ends or clocks[-1] == ends or len(clocks) == 1 and bool(starts))
    if kind in ("date", "datetime"):
        wanted = day(value.get("value"))
        if value.get("timex") == "PRESENT_REF":
            return any(t["value"] == "PRESENT_REF" for t in times)
        if not any(day(t["earliest"]) == wanted for t in times):
            return False
        if kind == "datetime":
            return any(clock_of(t["value"].partition("T")[2] and "T" + t["value"].partition("T")[2]) ==
                       clock_of("T" + value["value"][11:]) for t in times)
        return day(last["latest"]) == wanted or any(day(t["earliest"]) == day(t["latest"]) == wanted for t in times)
    near = re.match(r"\(.*,P\d+[DWMY]\)", value.get("timex") or "") and len(times) == 1 and first["type"] == "DURATION"
    start, end = day(value.get("start")), day(value.get("end"))
    low, high, high_start = day(first["earliest"]), day(last["latest"]), day(last["earliest"])
    if near and start and end and low and high:
        return abs((start - low).days) <= 1 and abs((end - high).days) <= 1
    starts = start is None or start in (low, after(day(first["latest"])), high_start)
    ends = end is None or end in (high, after(high), high_start) or (end == low and start is None)
    return starts and ends and (start is not None or end is not None)


def apart(result, found):
    """Whether another value lies within the days expected or around them (another convention), or elsewhere."""
    low, high = day(found[0]["earliest"]), day(found[-1]["latest"])
    for value in result["Resolution"]["values"]:
        start = day(value.get("start") or value.get("value"))
        end = day(value.get("end")) or start
        if low and high and (start or end) and low <= (end or start) and (start or end) <= high:
            return "other bounds, which overlap"
    return "a duration or set, not a point" if found[0]["type"] in ("DURATION", "SET") else "another value"


def judge(case, times):
    expected = [r for r in case["Results"] if "timezone" not in r.get("TypeName", "") and r.get("TypeName")]
    used = set()
    for result in expected:
        overlap = [i for i, t in enumerate(times) if t["span"][0] <= result["End"] and result["Start"] < t["span"][1]]
        kind = result["TypeName"].replace("datetimeV2.", "")
        unresolved = kind not in ("set", "duration") and all(
            v.get("value") == "not resolved" for v in result["Resolution"]["values"])
        if unresolved:
            used.update(overlap)
            continue
        if not overlap:
            return f"{kind}: not found"
        used.update(overlap)
        found = [times[i] for i in overlap]
        if not any(one_agrees(kind, value, found) for value in result["Resolution"]["values"]):
            return f"{kind}: {apart(result, found)}"
    if len(used) < len(times):
        return "more is found" if expected else "found where nothing is wanted"
    return None


def main():
    cut = sys.argv.index("--")
    show = int(sys.argv[sys.argv.index("--show") + 1]) if "--show" in sys.argv[:cut] else 0
    cases = json.load(open(sys.argv[1], encoding="utf-8-sig"))
    lines = [json.dumps({"id": str(i), "text": c["Input"],
                         "published": c.get("Context", {}).get("ReferenceDateTime")}) for i, c in enumerate(cases)]
    done = subprocess.run(sys.argv[cut + 1:], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    answers = {a["id"]: a["times"] for a in map(json.loads, done.stdout.splitlines())}
    reasons, examples = Counter(), {}
    for i, case in enumerate(cases):
        reason = judge(case, answers[str(i)])
        reasons[reason] += 1
        examples.setdefault(reason, []).append((case, answers[str(i)]))
    print(f"passed {reasons[None]} of {len(cases)}: {100 * reasons[None] / len(cases):.1f} %")
    random.seed(1)
    for reason, count in reasons.most_common():
        if reason is None:
            continue
        print(f"{count:5} {reason}")
        for case, times in random.sample(examples[reason], min(show, count)):
            values = [(r["Text"], [{k: v for k, v in x.items() if k in ("timex", "value", "start", "end")}
                                   for x in r["Resolution"]["values"]][:1]) for r in case["Results"] if "TypeName" in r]
            print("        ", case["Input"][:90], "|", case.get("Context", {}).get("ReferenceDateTime", "")[:10], "|",
                  values, "| got", [(case["Input"][t["span"][0]:t["span"][1]], t["value"], t["earliest"], t["latest"])
                                    for t in times])


if __name__ == "__main__":
    main()
