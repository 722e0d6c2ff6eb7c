package vn.caunoi.api.web;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.report.ReportFinder;
import vn.caunoi.api.report.ReportsOfUnits;
import vn.caunoi.api.report.Which;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.report.ReportTable;

/** One table of a report, a line each unit; every number leads to the cases of its unit. */
@Controller
class ReportUnitsPage {

    private final ReportFinder finder;
    private final ReportsOfUnits units;
    private final CurrentActor current;

    ReportUnitsPage(ReportFinder finder, ReportsOfUnits units, CurrentActor current) {
        this.finder = finder;
        this.units = units;
        this.current = current;
    }

    @GetMapping("/oversight/reports/units")
    String units(@RequestParam Map<String, String> sent, Model model) {
        Which which = finder.find(
                current.with(Role.HEAD, Role.INSPECTOR), sent.get("unit"), "true", sent.get("year"), sent.get("term"));
        List<ReportTable> tables = which.definition().tables();
        String wanted = sent.getOrDefault("table", tables.getFirst().id());
        ReportTable table = which.definition().table(wanted).orElseThrow(NotFound::new);
        model.addAttribute("asked", which)
                .addAttribute("which", ReportPages.address(which))
                .addAttribute("tables", tables)
                .addAttribute("table", table)
                .addAttribute("columns", ReportsOfUnits.counted(table))
                .addAttribute("lines", units.of(which, table));
        return "report-units";
    }
}
