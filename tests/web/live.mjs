// The model interface anywidget gives, over a sitting that runs in the test's own Python: window.handle and window.state.

/** Sends every message to Python and hands on what comes back, state first, as the notebook does. */
export class LiveModel {
  static async open() {
    const model = new LiveModel();
    model.values = { state: await window.pythonState() };
    return model;
  }

  heard = { "msg:custom": new Set(), "change:state": new Set() };
  held = [];
  holding = false;

  get(name) { return this.values[name]; }
  set(name, value) { this.values[name] = value; }
  save_changes() {}
  on(event, handler) { this.heard[event].add(handler); }
  off(event, handler) { this.heard[event].delete(handler); }

  async send(message) {
    const reply = await window.pythonHandle(message);
    if (this.holding) this.held.push(reply);
    else this.push(reply);
  }

  push(reply) {
    this.values.state = reply.state;
    for (const handler of this.heard["change:state"]) handler();
    for (const handler of this.heard["msg:custom"]) handler(reply);
  }
}
