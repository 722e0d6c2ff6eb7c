// Draws <figure data-chart="bar|stacked|line"> from the table inside it: first column the names, first row the series.
// The table stays: it is the same in words, and all there is without script.
import {
  BarController, BarElement, CategoryScale, Chart, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip,
} from "chart.js";
import { colour, onThemeChange } from "./theme.js";

Chart.register(BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement, PointElement, Tooltip);

const DASHES = [[], [6, 3], [2, 3], [8, 3, 2, 3], [12, 4], [1, 4]];

const numberIn = (cell) => {
  const raw = cell.dataset.value ?? cell.textContent.trim();
  return raw === "" ? null : Number(raw);
};

const read = (table) => {
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const rows = [...table.tBodies[0].rows];
  return {
    labels: rows.map((row) => row.cells[0].textContent.trim()),
    series: heads.map((head, i) => ({ label: head.textContent.trim(), data: rows.map((row) => numberIn(row.cells[i + 1])) }))
      .filter((_, i) => heads[i].dataset.chart !== "no"),
  };
};

const dressed = (series, i, kind) => ({
  ...series,
  borderColor: colour(`chart-${(i % 6) + 1}`),
  backgroundColor: colour(`chart-${(i % 6) + 1}`),
  ...(kind === "line" ? { borderDash: DASHES[i % 6], borderWidth: 2, pointRadius: 3, tension: 0 } : { maxBarThickness: 48 }),
});

const axis = (stacked) => ({
  stacked,
  beginAtZero: true,
  ticks: { color: colour("ink-soft"), precision: 0 },
  grid: { color: colour("line") },
});

const settings = (kind, { labels, series }) => ({
  type: kind === "line" ? "line" : "bar",
  data: { labels, datasets: series.map((one, i) => dressed(one, i, kind)) },
  options: {
    // a page that is printed, or grows, would show what is half drawn
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    interaction: { mode: "index", intersect: false },
    scales: { x: axis(kind === "stacked"), y: axis(kind === "stacked") },
    plugins: {
      legend: { display: series.length > 1, labels: { color: colour("ink"), usePointStyle: kind === "line" } },
    },
  },
});

const drawn = new Map();

const draw = (figure) => {
  const table = figure.querySelector("table");
  if (!table?.tHead || drawn.has(figure)) return;
  const place = document.createElement("div");
  place.className = "drawing";
  const canvas = document.createElement("canvas");
  canvas.setAttribute("aria-hidden", "true");
  place.append(canvas);
  figure.prepend(place);
  drawn.set(figure, new Chart(canvas, settings(figure.dataset.chart, read(table))));
};

const drawAll = (within) => within.querySelectorAll("figure[data-chart]").forEach(draw);

const redraw = () => {
  for (const [figure, chart] of drawn) {
    chart.destroy();
    figure.querySelector(".drawing").remove();
  }
  drawn.clear();
  drawAll(document);
};

drawAll(document);
document.addEventListener("htmx:load", (event) => drawAll(event.target));
onThemeChange(redraw);
