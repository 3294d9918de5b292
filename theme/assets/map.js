// A slider and a play button for the days of the map, which its radios choose without any script.
for (const days of document.querySelectorAll(".map-days")) {
  const map = days.closest(".map"), radios = [...days.querySelectorAll("input")];
  const chosen = () => radios.findIndex((radio) => radio.checked);
  const bar = document.createElement("div");
  const slider = Object.assign(document.createElement("input"), { type: "range", min: 0, max: radios.length - 1 });
  slider.setAttribute("aria-label", days.querySelector("legend").textContent);
  let timer = 0;

  const show = () => {
    slider.value = chosen();
    slider.setAttribute("aria-valuetext", radios[chosen()].getAttribute("aria-label"));
  };
  const choose = (number) => {
    radios[number].checked = true;
    show();
  };
  slider.oninput = () => choose(slider.value);
  days.onchange = show;

  bar.className = "map-play";
  bar.dataset.editorial = "";
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) {
    const button = Object.assign(document.createElement("button"), { type: "button" });
    const say = () => (button.textContent = timer ? map.dataset.pause : map.dataset.play);
    const stop = () => {
      timer = clearInterval(timer);
      say();
    };
    const step = () => (chosen() < radios.length - 1 ? choose(chosen() + 1) : stop());
    button.onclick = () => {
      if (timer) return stop();
      if (chosen() === radios.length - 1) choose(0);
      timer = setInterval(step, 900);
      say();
    };
    say();
    bar.append(button);
  }
  bar.append(slider);
  days.before(bar);
  show();
}
