#!/usr/bin/env python3
"""The drawing as assistive technology gets it: the tree behind AT-SPI is compared with the document, edited, and made
larger.

usage: assistive.py LOADPATH-DESKTOP LOADPATH   (on a display and a session bus of its own)
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

try:
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError):
    # The bindings belong to the system's own Python.
    if os.path.exists("/usr/bin/python3") and sys.executable != "/usr/bin/python3" and "AGAIN" not in os.environ:
        os.execve("/usr/bin/python3", ["/usr/bin/python3", *sys.argv], {**os.environ, "AGAIN": "1"})
    print("skipped: the AT-SPI bindings for Python are missing (gir1.2-atspi-2.0, python3-gi)")
    sys.exit(77)

MANY = 600
DOCUMENT = {
    "loadpath": 1,
    "requirements": {"environment": "production", "rto": "15m", "rpo": "1m"},
    "components": [
        {"id": "seoul", "kind": "region", "label": "Seoul", "at": [0, 0], "size": [800, 600]},
        {"id": "main", "kind": "vpc", "in": "seoul", "at": [40, 40], "size": [400, 400]},
        {"id": "net", "kind": "subnet", "label": "data-a", "in": "main", "at": [40, 40], "size": [320, 240]},
        {"id": "orders", "kind": "rds-instance", "label": "Orders", "in": "net", "at": [160, 40],
         "set": {"multi_az": False}},
        {"id": "web", "kind": "ec2-instance", "label": "Web", "in": "net", "at": [40, 40]},
        {"id": "users", "kind": "users", "at": [900, 100]},
    ],
    "connections": [
        {"id": "users-web", "kind": "traffic", "from": "users", "to": "web"},
        {"id": "web-orders", "kind": "traffic", "from": "web", "to": "orders"},
    ],
    "comments": [], "waivers": [],
}


def many():
    components = [{"id": f"c{i}", "kind": "ec2-instance", "at": [(i % 30) * 150, (i // 30) * 120]} for i in range(MANY)]
    return {"loadpath": 1, "components": components, "connections": [], "comments": [], "waivers": []}


def wait_for(what, condition, seconds=30):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        spin(0.1)
        try:
            value = condition()
        except GLib.Error:  # what was asked has just gone
            continue
        if value:
            return value
    raise SystemExit(f"not within {seconds} seconds: {what}")


def spin(seconds):
    context = GLib.MainContext.default()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        context.iteration(False)
        time.sleep(0.01)


def children(node):
    return [child for child in (node.get_child_at_index(i) for i in range(node.get_child_count())) if child]


def find(node, matches):
    if matches(node):
        return node
    for child in children(node):
        found = find(child, matches)
        if found:
            return found
    return None


def count(node):
    return sum(1 + count(child) for child in children(node))


class Program:
    def __init__(self, program, document, folder):
        # A home of its own: what another one left open is restored.
        home = tempfile.mkdtemp(dir=folder)
        os.environ.update({name: home for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")})
        self.path = pathlib.Path(home) / "drawing.loadpath"
        self.path.write_text(json.dumps(document), encoding="utf-8")
        self.process = subprocess.Popen([program, str(self.path)])

    def drawing(self):
        desktop = Atspi.get_desktop(0)
        for application in children(desktop):
            if application.get_process_id() == self.process.pid:
                return find(application, lambda n: n.get_name() == "Drawing" and n.get_role() == Atspi.Role.PANEL)
        return None

    def node(self, name):
        drawing = self.drawing()
        return drawing and find(drawing, lambda n: n.get_name() == name)

    def end(self):
        self.process.kill()
        self.process.wait()


def set_screen_reader(on):
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("ScreenReaderEnabled", "IsEnabled"):
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                      GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", on))),
                      None, Gio.DBusCallFlags.NONE, 5000)


def key(*keys):
    for one in keys:
        subprocess.run(["xdotool", "key", "--clearmodifiers", one], check=True)
        spin(0.3)


def check_tree(program, loadpath):
    kinds = json.loads(subprocess.run([loadpath, "kinds", "--format", "json"], check=True, capture_output=True,
                                      text=True).stdout)["kinds"]
    kind_names = {kind["id"]: kind["name"]["en"] for kind in kinds}
    names = {c["id"]: f'{c.get("label", c["id"])}, {kind_names[c["kind"]]}' for c in DOCUMENT["components"]}
    sentences = {"users-web": "users calls Web", "web-orders": "Web calls Orders"}

    wait_for("the last of the drawing in the tree", lambda: program.node(names["users"]))
    drawing = program.drawing()
    wait_for("all of it", lambda: count(drawing) == len(names) + len(sentences))
    parents = {}
    descriptions = {}

    def walk(node, parent):
        for child in children(node):
            parents[child.get_name()] = parent
            descriptions[child.get_name()] = child.get_description()
            walk(child, child.get_name())
    walk(drawing, None)
    for component in DOCUMENT["components"]:
        assert parents[names[component["id"]]] == names.get(component.get("in")), (component, parents)
        if "in" in component:
            assert f'In {names[component["in"]]}.' in descriptions[names[component["id"]]], descriptions
    for connection in DOCUMENT["connections"]:
        assert parents[sentences[connection["id"]]] == names[connection["from"]], parents
        for end in ("from", "to"):
            assert f'{sentences[connection["id"]]}.' in descriptions[names[connection[end]]], descriptions
    # As they are read, not as the file has them: Web stands left of Orders.
    net = program.node(names["net"])
    assert [child.get_name() for child in children(net)] == [names["web"], names["orders"]]

    report = json.loads(subprocess.run([loadpath, "check", "--format", "json", str(program.path)], capture_output=True,
                                       text=True).stdout)
    findings = [f for f in report["files"][0]["findings"] if f.get("component") in names]
    assert any(f["component"] == "orders" and f["outcome"] == "fail" for f in findings), findings
    for finding in findings:
        wait_for(finding["message"],
                 lambda: finding["message"] in program.node(names[finding["component"]]).get_description())
    roles = {name: program.node(names[name]).get_role_name() for name in ("net", "web")}
    assert roles == {"net": "panel", "web": "image"}, roles
    extents = program.node(names["web"]).get_extents(Atspi.CoordType.WINDOW)
    assert extents.width > 10 and extents.height > 10, (extents.width, extents.height)


def check_edits(program):
    heard = []
    listener = Atspi.EventListener.new(lambda event: heard.append(event.source.get_name()) if event.detail1 else None)
    listener.register("object:state-changed:focused")
    set_screen_reader(True)
    spin(1)
    # Pressing the only action selects it, and what is selected is what is announced.
    web = program.node("Web, EC2 instance")
    assert web.do_action(0)
    wait_for("the selected component to be announced", lambda: "Web, EC2 instance" in heard)
    key("Tab")
    wait_for("the next component to be announced", lambda: heard[-1] == "Orders, RDS DB instance")
    key("F7")
    wait_for("its connection to be announced", lambda: heard[-1] == "Web calls Orders")
    key("shift+Return", "F2")
    subprocess.run(["xdotool", "type", "--delay", "30", "Ledger"], check=True)
    key("Return")
    wait_for("another name", lambda: program.node("Ledger, RDS DB instance"))
    wait_for("another name of its connection", lambda: program.node("Web calls Ledger"))
    wait_for("the focus to be back at it", lambda: heard[-1] == "Ledger, RDS DB instance")
    key("Delete")
    wait_for("it to go", lambda: program.node("Web, EC2 instance") and not program.node("Ledger, RDS DB instance"))
    key("ctrl+z")
    wait_for("it to come back", lambda: program.node("Ledger, RDS DB instance"))
    listener.deregister("object:state-changed:focused")


def check_many(program):
    set_screen_reader(False)
    wait_for("the drawing", program.drawing)
    spin(2)
    assert count(program.drawing()) == 0, count(program.drawing())
    set_screen_reader(True)
    wait_for("all components, because somebody listens", lambda: count(program.drawing()) == MANY)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GTK_A11Y"] = "atspi"
        program = Program(sys.argv[1], DOCUMENT, folder)
        try:
            check_tree(program, sys.argv[2])
            check_edits(program)
            program.end()
            program = Program(sys.argv[1], many(), folder)
            check_many(program)
        except BaseException:
            subprocess.run(["import", "-window", "root", str(pathlib.Path.cwd() / "assistive-failure.png")], check=False)
            raise
        finally:
            program.end()
    print("ok")


main()
