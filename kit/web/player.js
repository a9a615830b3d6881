// The one entry: a widget as anywidget knows it. `render` builds the player and returns its clean-up.

import { createApp } from "./app.js";
import { make } from "./dom.js";

function render({ model, el }) {
  const root = make("section", { class: "hr-player", "aria-label": "House Rules exercise" });
  el.append(root);
  const close = createApp(model, root);
  return () => {
    close();
    root.remove();
  };
}

export default { render };
