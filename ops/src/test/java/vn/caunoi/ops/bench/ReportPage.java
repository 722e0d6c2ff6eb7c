package vn.caunoi.ops.bench;

import java.util.Map;

/** A result as one page without anything from elsewhere: the table, then each chart with its figures. */
final class ReportPage {
    private final Result result;
    private final StringBuilder html = new StringBuilder();

    ReportPage(Result result) {
        this.result = result;
    }

    String html() {
        html.append("""
                <!doctype html><html lang="en"><meta charset="utf-8"><title>Caunoi: benchmark</title>
                <meta name="viewport" content="width=device-width">
                <style>
                 :root { color-scheme: light dark; --ours: #2a6fdb; --peer: #c8641b; --soft: #8884; }
                 body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
                 table { border-collapse: collapse; margin: .5rem 0 1.5rem; font-variant-numeric: tabular-nums; }
                 th, td { padding: .2rem .7rem; border-bottom: 1px solid var(--soft); text-align: right; }
                 th:first-child, td:first-child, .text { text-align: left; }
                 .short, .wrong { color: #b3261e; font-weight: 600; } .ok { color: #1d7a3a; font-weight: 600; }
                 svg { max-width: 100%; height: auto; } svg text { fill: currentColor; font: 12px system-ui, sans-serif; }
                 dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
                </style><h1>Caunoi against its peers</h1>
                """);
        result.wrong().forEach((row, what) -> html.append("<p class=wrong>Row ")
                .append(row)
                .append(" is wrong: ")
                .append(text(what)));
        table();
        result.rows().forEach(this::row);
        html.append("<h2>Machine and settings</h2><dl>");
        result.machine()
                .forEach((name, value) ->
                        html.append("<dt>").append(text(name)).append("<dd>").append(text(String.valueOf(value))));
        return html.append("</dl></html>\n").toString();
    }

    private void table() {
        html.append("<table><tr><th>row<th class=text>measure<th>ours<th>peer<th class=text>unit<th>ratio<th>range")
                .append("<th>goal<th>stretch<th>verdict</tr>\n");
        for (Result.Ran ran : result.rows()) for (Figures figures : ran.figures()) figures(figures);
        html.append("</table>\n");
    }

    private void figures(Figures of) {
        cells(
                of.measure().id(),
                "<td class=text>" + text(of.measure().name()),
                Goal.plain(of.ourMedian()),
                Goal.plain(of.peerMedian()),
                "<td class=text>" + text(of.measure().unit()),
                Goal.plain(of.ratio()),
                Goal.plain(of.lowest()) + "–" + Goal.plain(of.highest()),
                of.measure().goal().toString(),
                Goal.plain(of.measure().goal().stretch()),
                "<td class=" + of.verdict(result.size()) + ">" + of.verdict(result.size()));
    }

    private void cells(String... values) {
        html.append("<tr>");
        for (String value : values)
            html.append(value.startsWith("<td") ? "" : "<td>").append(value);
        html.append("</tr>\n");
    }

    private void row(Result.Ran ran) {
        if (ran.curves().isEmpty() && ran.remarks().isEmpty()) return;
        html.append("<h2>")
                .append(text(ran.row().id() + " · " + ran.row().name()))
                .append("</h2>");
        ran.remarks()
                .forEach((what, value) ->
                        html.append("<p>").append(text(what)).append(": ").append(text(value)));
        ran.curves().forEach(this::chart);
    }

    private void chart(String name, Map<String, Map<Double, Double>> curves) {
        html.append("<h3>")
                .append(text(name))
                .append("</h3>")
                .append(new Chart(curves).svg())
                .append("<table>");
        curves.forEach((curve, points) -> {
            html.append("<tr><th>").append(text(curve));
            points.forEach((x, y) ->
                    html.append("<td>").append(Goal.plain(x)).append(": ").append(Goal.plain(y)));
            html.append("</tr>");
        });
        html.append("</table>\n");
    }

    static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
