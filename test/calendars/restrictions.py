"""What libical says against calendars: its restriction check (RFC 5545, RFC 5546), and what it could not parse.

Reads {"texts": [...]} and writes a list of complaints for each.
"""
import ctypes
import json
import sys

libical = ctypes.CDLL("libical.so.3")


def function(name, answers, *given):
    found = getattr(libical, name)
    found.restype, found.argtypes = answers, given
    return found


pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
parse = function("icalparser_parse_string", pointer, text)
check = function("icalrestriction_check", number, pointer)
errors = function("icalcomponent_count_errors", number, pointer)
written = function("icalcomponent_as_ical_string", text, pointer)
free = function("icalcomponent_free", None, pointer)


def complaints(given):
    component = parse(given.encode())
    if not component:
        return ["nothing could be parsed"]
    found = [] if check(component) else ["the restriction check fails"]
    if errors(component):
        lines = written(component).decode().replace("\r\n ", "").split("\r\n")
        found += [line for line in lines if line.startswith("X-LIC-ERROR")]
    free(component)
    return found


json.dump([complaints(given) for given in json.load(sys.stdin)["texts"]], sys.stdout)
