package vn.caunoi.api.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.caunoi.api.report.Report;
import vn.caunoi.api.report.ReportFinder;
import vn.caunoi.api.report.ReportReading;
import vn.caunoi.api.report.ReportsOfUnits;
import vn.caunoi.api.report.Which;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Role;

/** A report to take along: as a spreadsheet and as PDF. */
@Controller
class ReportFiles {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final ReportFinder finder;
    private final ReportReading reading;
    private final ReportsOfUnits ofUnits;
    private final ReportWords words;
    private final CurrentActor current;
    private final Names names;
    private final Words say;

    ReportFiles(
            ReportFinder finder,
            ReportReading reading,
            ReportsOfUnits ofUnits,
            ReportWords words,
            CurrentActor current,
            Names names,
            Words say) {
        this.finder = finder;
        this.reading = reading;
        this.ofUnits = ofUnits;
        this.words = words;
        this.current = current;
        this.names = names;
        this.say = say;
    }

    @GetMapping("/oversight/reports/report.xlsx")
    ResponseEntity<byte[]> spreadsheet(@RequestParam Map<String, String> sent) throws IOException {
        Which which = which(sent);
        Report report = reading.report(which, ReportPages.isCopy(sent));
        byte[] file = new ReportSheet(words, say).of(report, names.unit(report.unit()), units(which, report));
        return file(file, XLSX, report, ".xlsx");
    }

    /** A line each unit below; none in a copy for others, who could reckon from them what it withholds. */
    private List<ReportSheet.Row> units(Which which, Report report) {
        List<ReportSheet.Row> units = new ArrayList<>();
        if (!which.whole() || report.copy()) return units;
        ofUnits.of(which)
                .forEach((unit, values) -> units.add(new ReportSheet.Row(unit.value(), names.unit(unit), values)));
        return units;
    }

    /** A line each number of each unit, for programs and pivot tables. */
    @GetMapping("/oversight/reports/report.csv")
    ResponseEntity<byte[]> lines(@RequestParam Map<String, String> sent) throws IOException {
        Which which = which(sent);
        Report report = reading.report(which, ReportPages.isCopy(sent));
        byte[] file = new ReportLines(words, say).of(report, names.unit(report.unit()), units(which, report));
        return file(file, CSV, report, ".csv");
    }

    @GetMapping("/oversight/reports/report.pdf")
    ResponseEntity<byte[]> pdf(@RequestParam Map<String, String> sent) {
        Which which = which(sent);
        Report report = reading.report(which, ReportPages.isCopy(sent));
        byte[] file = new ReportPdf(words, say).of(report, names.unit(report.unit()), units(which, report));
        return file(file, MediaType.APPLICATION_PDF, report, ".pdf");
    }

    private Which which(Map<String, String> sent) {
        return finder.find(
                current.with(Role.HEAD, Role.INSPECTOR),
                sent.get("unit"),
                sent.get("whole"),
                sent.get("year"),
                sent.get("term"));
    }

    private ResponseEntity<byte[]> file(byte[] file, MediaType type, Report report, String end) {
        String title = say.text("report.title") + " " + report.unit() + " " + words.term(report.term(), report.year());
        ContentDisposition name = ContentDisposition.attachment()
                .filename(title + end, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(type)
                .body(file);
    }
}
