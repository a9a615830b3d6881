// Runs a notebook that ships with House Rules as soon as it is opened, so that a trainee presses nothing.
//
// Written by hand: JupyterLab loads an extension as a "container" with init and get, and that needs no build.
// Only a notebook whose code cells are, to the letter, those listed in shipped.json is run. Whatever else says it
// is one of ours, edited or made to look alike, waits for its reader as notebooks do.
(() => {
  const NAME = "house-rules-open";
  const list = new URL("shipped.json", document.currentScript.src);
  const MOST_RESTARTS = 3; // an exercise that keeps killing its kernel is left alone
  const PATIENCE = 1500; // milliseconds that a kernel idles while its last output is still on its way
  const NARROW = 640;
  let scope;

  async function shared(name) {
    const versions = Object.values(scope[name] ?? {});
    if (!versions.length) throw new Error(`${NAME}: this JupyterLab does not share ${name}`);
    return (await versions[0].get())();
  }

  async function fingerprint(model) {
    const code = Array.from(model.cells).filter((cell) => cell.type === "code");
    const text = JSON.stringify(code.map((cell) => cell.sharedModel.getSource()));
    const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  async function isShipped(panel) {
    if (!globalThis.crypto?.subtle) return false; // no hashing away from localhost without https
    const reply = await fetch(list, { cache: "no-cache" });
    return reply.ok && Object.values(await reply.json()).includes(await fingerprint(panel.content.model));
  }

  async function run(panel, actions) {
    if (panel.isDisposed || !(await isShipped(panel))) return false;
    const done = actions.runAll(panel.content, panel.sessionContext);
    panel.content.activeCellIndex = 0; // running all goes to the last cell, and the page would follow it there
    await done;
    return true;
  }

  // The list of files goes (Ctrl+B brings it back) and, where the window is narrow or the page enlarged to 400%, the
  // two bars of buttons as well (View, Appearance brings them back).
  function makeRoom(shell) {
    shell.collapseLeft?.();
    if (globalThis.innerWidth > NARROW || !shell.isSideTabBarVisible) return;
    for (const side of ["left", "right"]) if (shell.isSideTabBarVisible(side)) shell.toggleSideTabBarVisibility(side);
  }

  // A kernel that dies by itself is started again by Jupyter, with nothing in it; the record has everything, so
  // running again brings the trainee back to where they were. A restart that somebody asked for is left to them.
  // A page loaded while the kernel is dead hears nothing of its death: what it asked to run is lost, and no exercise
  // is there once the new kernel idles.
  function runAgainAfterDeath(panel, actions) {
    let restarts = 0;
    let died = false;
    let waiting = null;
    const again = () => {
      died = false;
      restarts += 1;
      run(panel, actions);
    };
    panel.sessionContext.statusChanged.connect((_, status) => {
      clearTimeout(waiting);
      if (status === "autorestarting") died = true;
      if (status !== "idle" || restarts >= MOST_RESTARTS) return;
      if (died) again();
      else waiting = setTimeout(() => panel.isDisposed || isOpen(panel) || again(), PATIENCE);
    });
  }

  function isOpen(panel) {
    return panel.node.querySelector(".hr-player") !== null;
  }

  async function plugin() {
    const { INotebookTracker, NotebookActions } = await shared("@jupyterlab/notebook");
    return {
      id: `${NAME}:plugin`,
      description: "Runs the notebooks that ship with House Rules when they are opened.",
      autoStart: true,
      requires: [INotebookTracker],
      activate(app, tracker) {
        tracker.widgetAdded.connect(async (_, panel) => {
          await Promise.all([app.restored, panel.context.ready, panel.sessionContext.ready]);
          runAgainAfterDeath(panel, NotebookActions);
          const ours = await run(panel, NotebookActions);
          if (!ours) return;
          makeRoom(app.shell);
          panel.content.scrollToItem?.(0, "start");
        });
      },
    };
  }

  globalThis._JUPYTERLAB ??= {};
  globalThis._JUPYTERLAB[NAME] = {
    init: (shareScope) => {
      scope = shareScope;
    },
    get: async () => {
      const found = await plugin();
      return () => ({ __esModule: true, default: found });
    },
  };
})();
