#!/usr/bin/env python3
"""Draws three tiers from an empty canvas with the keyboard alone, and counts the steps.

usage: draw-with-keys.py LOADPATH-DESKTOP   (on a display of its own)
"""
import sys

from person import at_work, compare


def place(person, *things):
    """Into what is selected, or beside it: a kind and a name."""
    for thing in things:
        person.press("slash")
        person.type(thing)
        person.press("Return")


def place_next(person, *things):
    """And connected from what is selected, one after the other."""
    for thing in things:
        person.press("ctrl+shift+k")
        person.type(thing)
        person.press("Return")


def connect(person, *targets):
    """From what is selected, and on from there."""
    for target in targets:
        person.press("ctrl+l")
        person.type(target)
        person.press("Return")


def go_to(person, name):
    person.press("ctrl+k")
    person.type(name)
    person.press("Return")


def draw(person):
    place(person, "users: customers", "region: seoul", "vpc: shop")

    # One zone, and the other beside it: its copy in all but what is in none.
    place(person, "zone: 2a", "subnet: public-a", "subnet: app-a", "ec2: web-a", "subnet: data-a")
    go_to(person, "shop")
    place(person, "alb: front")
    place_next(person, "auto scaling: fleet")
    connect(person, "web-a")
    go_to(person, "seoul")
    place(person, "waf: rules")
    connect(person, "front")
    go_to(person, "seoul")
    place(person, "s3: images")
    place_next(person, "backup plan: daily", "backup vault: kept")
    go_to(person, "web-a")
    connect(person, "images")
    go_to(person, "2a")
    place(person, "zone: 2c")
    person.press("alt+Left", "ctrl+shift+d")

    go_to(person, "data-a")
    place(person, "rds: orders")
    connect(person, "daily")
    go_to(person, "web-a")
    person.press("ctrl+alt+k")
    connect(person, "orders")
    go_to(person, "customers")
    connect(person, "front")
    person.press("Escape")
    place(person, "region: tokyo", "backup vault: copies")
    go_to(person, "kept")
    connect(person, "copies")
    compare(person.saved())
    assert person.clicks == person.drags == 0
    person.report("three tiers with keys alone")


at_work(sys.argv[1], draw)
