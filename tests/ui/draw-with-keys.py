#!/usr/bin/env python3
"""Draws three tiers from an empty canvas with the keyboard alone, and counts the steps.

usage: draw-with-keys.py LOADPATH-DESKTOP   (on a display of its own)
"""
import sys

from person import at_work, compare


def place(person, kind, name):
    """Into what is selected, or beside it."""
    person.press("slash")
    person.type(kind)
    person.press("Return")
    person.name(name)


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
    place(person, "users", "customers")
    place(person, "region", "seoul")
    place(person, "vpc", "shop")
    place(person, "zone", "2a")
    place(person, "subnet", "public-a")
    person.press("shift+Return")
    place(person, "subnet", "app-a")
    place(person, "ec2", "web-a")
    person.press("shift+Return", "shift+Return")
    place(person, "subnet", "data-a")

    # The other zone is a copy of this one: its names are written one after the other.
    person.press("shift+Return", "ctrl+d")
    for name in ("2c", "public-c", "app-c", "web-c"):
        person.type(name)
        person.press("Tab")
    person.name("data-c")

    go_to(person, "data-a")
    place(person, "rds", "orders")
    go_to(person, "shop")
    place(person, "alb", "front")
    place(person, "auto scaling", "fleet")
    go_to(person, "seoul")
    place(person, "waf", "rules")
    place(person, "s3", "images")
    place(person, "backup plan", "daily")
    place(person, "backup vault", "vault")
    person.press("Escape")
    place(person, "region", "tokyo")
    place(person, "backup vault", "copies")

    # Lines, link by link: the next one starts where the last one ended.
    go_to(person, "customers")
    connect(person, "front", "fleet", "web-a")
    person.press("shift+Return")
    connect(person, "web-c")
    # Both servers at once.
    person.press("Return", "ctrl+alt+k")
    connect(person, "orders")
    person.press("Escape")
    go_to(person, "web-a")
    person.press("ctrl+alt+k")
    connect(person, "images")
    person.press("Escape")
    go_to(person, "orders")
    connect(person, "daily", "vault", "copies")
    go_to(person, "images")
    connect(person, "daily")
    go_to(person, "rules")
    connect(person, "front")
    compare(person.saved())
    assert person.clicks == person.drags == 0
    person.report("three tiers with keys alone")


at_work(sys.argv[1], draw)
