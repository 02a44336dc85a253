# A thin front of meson: the build itself is in meson.build.
#
#   make run        build and open the window on the sample; without a display, review it in the terminal
#   make test       build and run every test
#   make sanitize   the tests that need no window, with ASan and UBSan
#   make bench      the benchmarks
#   make install    install (PREFIX, DESTDIR)
#
# What is missing is installed through the distribution's packages first; with nothing missing, no network is used.

BUILD    ?= build
HEADLESS ?= build-headless
SANITIZE ?= build-sanitize
PREFIX   ?= /usr/local
MESON    := meson setup --prefix=$(PREFIX)

# What runs, with its messages; the tests are built by those who test.
programs := app/cli/loadpath app/cli/loadpath-paint loadpath-gmo
window   := $(programs) ui/loadpath-desktop data/gschemas.compiled

display  := $(strip $(DISPLAY)$(WAYLAND_DISPLAY))
sample   := data/samples/three-tier.loadpath

.PHONY: all run run-window run-headless test sanitize bench install clean

all: $(BUILD)/build.ninja
	ninja -C $(BUILD)

run: $(if $(display),run-window,run-headless)

run-window: $(BUILD)/build.ninja
	ninja -C $(BUILD) $(window)
	LOADPATH_LOCALE_DIR=$(BUILD)/po GSETTINGS_SCHEMA_DIR=$(BUILD)/data $(BUILD)/app/cli/loadpath $(sample)

# Nothing of GTK is installed or built where there is nothing to show it on.
run-headless:
	@.ci/packages command
	@test -f $(HEADLESS)/build.ninja || $(MESON) $(HEADLESS) -Ddesktop=false
	ninja -C $(HEADLESS) $(programs)
	@echo
	@echo "There is no display, so here is the review in the terminal."
	@export LOADPATH_LOCALE_DIR=$(HEADLESS)/po; \
	$(HEADLESS)/app/cli/loadpath check --fail-on never $(sample) data/samples/three-tier.drawio && \
	$(HEADLESS)/app/cli/loadpath export $(sample) -o annotated.svg && \
	echo && echo "The annotated drawing is in annotated.svg."

test:
	@.ci/packages test
	@test -f $(BUILD)/build.ninja || $(MESON) $(BUILD)
	ninja -C $(BUILD)
	@meson test -C $(BUILD) --print-errorlogs --no-rebuild; status=$$?; \
	python3 tests/summary.py $(BUILD); exit $$status

sanitize:
	@.ci/packages test
	@test -f $(SANITIZE)/build.ninja || meson setup $(SANITIZE) -Db_sanitize=address,undefined -Db_lundef=false
	ninja -C $(SANITIZE)
	@meson test -C $(SANITIZE) --no-suite window --print-errorlogs --no-rebuild --timeout-multiplier 4; status=$$?; \
	python3 tests/summary.py $(SANITIZE); exit $$status

bench: all
	@python3 tests/bench/run.py $(BUILD)

install: all
	meson install -C $(BUILD) --no-rebuild

clean:
	rm -rf $(BUILD) $(HEADLESS) $(SANITIZE) annotated.svg

$(BUILD)/build.ninja:
	@.ci/packages window
	$(MESON) $(BUILD)
