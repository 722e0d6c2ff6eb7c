package vn.caunoi.api.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.caunoi.api.officer.Matters;
import vn.caunoi.api.officer.VisibleCases;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.api.security.CurrentActor;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;

/** The list of those who signed, to print and to annex to one decision for many (LKN Đ31). Not of a denunciation. */
@Controller
class SignatoriesPage {

    private final VisibleCases visible;
    private final Matters matters;
    private final ReadingLog readings;
    private final CurrentActor current;

    SignatoriesPage(VisibleCases visible, Matters matters, ReadingLog readings, CurrentActor current) {
        this.visible = visible;
        this.matters = matters;
        this.readings = readings;
        this.current = current;
    }

    @GetMapping("/cases/{id}/signatories")
    String list(@PathVariable String id, Model model) {
        Actor actor = current.get();
        CaseFile file = visible.find(id, actor);
        if (file.petitioners().isEmpty()) throw new NotFound();
        readings.note(file.id(), actor, Reading.What.PAGE, null);
        model.addAttribute("file", file).addAttribute("merged", matters.merged(file, Visibility.of(actor)));
        return "signatories";
    }
}
