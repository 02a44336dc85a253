#!/usr/bin/env python3
"""Draws three tiers from an empty canvas with one hand at the pointer, and counts the steps: containers are clicked,
connections are drawn from the handles of components, and what is written names a kind together with its name. The first
component comes out of the palette.

usage: draw-with-pointer.py LOADPATH-DESKTOP LOADPATH   (on a display of its own)
"""
import json
import re
import subprocess
import sys
import time

from person import at_work, compare, xdotool

# The canvas between the palette and the panel; the palette's entry and its first row.
CANVAS = (226, 52, 700, 803)
SEARCH = (110, 76)
FIRST_ROW = (110, 161)
FIT_MARGIN = 2
# From a tile's edge to its handle: units, and pixels.
ARROW, STAND_OFF = 12, 8


class Hand:
    def __init__(self, person, loadpath):
        self.person = person
        self.loadpath = loadpath

    def drag_out(self, kind, name):
        """Out of the palette, to the middle of the canvas."""
        self.person.click(*SEARCH)
        self.person.type(kind)
        time.sleep(0.3)
        self.person.drag(FIRST_ROW, (CANVAS[0] + CANVAS[2] // 4, CANVAS[1] + CANVAS[3] // 4))
        self.person.name(name)

    def place(self, *things):
        for thing in things:
            self.person.press("slash")
            self.person.type(thing)
            self.person.press("Return")

    def look(self):
        """Shows everything, and works out where it is on the screen."""
        self.person.press("ctrl+e")
        document = self.person.saved()
        self.ids = {c.get("label", c["id"]): c["id"] for c in document["components"]}
        path = self.person.path
        geometry = subprocess.run([self.loadpath, "layout", str(path), "--format", "geometry"], check=True,
                                  capture_output=True, text=True).stdout
        self.nodes = json.loads(geometry)["nodes"]
        picture = path.with_suffix(".svg")
        subprocess.run([self.loadpath, "export", str(path), "-o", str(picture), "--plain"], check=True)
        box = re.search(r'viewBox="([^"]*)"', picture.read_text(encoding="utf-8")).group(1)
        self.x, self.y, width, height = map(float, box.split())
        self.zoom = min((CANVAS[2] - 2 * FIT_MARGIN) / width, (CANVAS[3] - 2 * FIT_MARGIN) / height, 1)
        self.left = CANVAS[0] + (CANVAS[2] - width * self.zoom) / 2
        self.top = CANVAS[1] + (CANVAS[3] - height * self.zoom) / 2

    def to_screen(self, x, y):
        return round(self.left + (x - self.x) * self.zoom), round(self.top + (y - self.y) * self.zoom)

    def node(self, name):
        return self.nodes[self.ids[name]]

    def middle(self, name):
        node = self.node(name)
        return self.to_screen(node["x"] + node["w"] / 2, node["y"] + node["h"] / 2)

    def head(self, name):
        """The strip with the name, for a container."""
        node = self.node(name)
        return self.to_screen(node["x"] + 40, node["y"] + 12)

    def click_container(self, name):
        self.look()
        self.person.click(*self.head(name))

    def connect(self, source, target, to_container=False, from_container=False):
        node = self.node(source)
        if from_container:
            self.person.click(*self.head(source))
        else:
            xdotool("mousemove", *self.middle(source))
            time.sleep(0.3)
        x, y = self.to_screen(node["x"] + node["w"] + ARROW, node["y"] + node["h"] / 2)
        self.person.drag((x + STAND_OFF, y), self.head(target) if to_container else self.middle(target))


def draw(person):
    hand = Hand(person, sys.argv[2])
    hand.drag_out("users", "customers")
    hand.place("region: seoul", "vpc: shop", "zone: 2a", "subnet: public-a")
    hand.click_container("2a")
    hand.place("subnet: app-a", "ec2: web-a")
    hand.click_container("2a")
    hand.place("subnet: data-a", "zone: 2c")
    hand.click_container("2a")
    person.press("ctrl+shift+d")
    hand.click_container("data-a")
    hand.place("rds: orders")
    hand.click_container("shop")
    hand.place("alb: front", "auto scaling: fleet")
    hand.click_container("seoul")
    hand.place("waf: rules", "s3: images", "backup plan: daily", "backup vault: kept")
    person.press("Escape")
    hand.place("region: tokyo", "backup vault: copies")

    hand.look()
    hand.connect("customers", "front")
    hand.connect("rules", "front")
    hand.connect("front", "fleet", to_container=True)
    hand.connect("fleet", "web-a", from_container=True)
    hand.connect("fleet", "web-c", from_container=True)
    for server in ("web-a", "web-c"):
        hand.connect(server, "orders")
        hand.connect(server, "images")
    hand.connect("orders", "daily")
    hand.connect("images", "daily")
    hand.connect("daily", "kept")
    hand.connect("kept", "copies")
    compare(person.saved())
    person.report("three tiers with the pointer")


at_work(sys.argv[1], draw)
