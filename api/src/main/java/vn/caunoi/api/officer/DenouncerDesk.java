package vn.caunoi.api.officer;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Reason;
import vn.caunoi.core.petition.Refusal;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part;

/**
 * Who denounced: a state secret (QĐ 774/QĐ-TTg of 2020), shown to those who handle the case and to nobody else, each
 * look written down before it is granted.
 */
@Component
public class DenouncerDesk {

    /**
     * @param denouncers none for a denunciation without a name
     * @param said what they wrote since by code and PIN, which may tell who they are
     */
    public record Denouncers(
            PetitionId petition, String code, List<Part.Petitioner> denouncers, List<Part.Said> said) {}

    private final VisibleCases cases;
    private final CaseFiles files;
    private final ReadingLog readings;

    DenouncerDesk(VisibleCases cases, CaseFiles files, ReadingLog readings) {
        this.cases = cases;
        this.files = files;
        this.readings = readings;
    }

    public Denouncers look(String id, Actor by) {
        CaseFile file = cases.find(id, by);
        if (file.kind() != Kind.DENUNCIATION) throw new NotFound();
        if (!file.isHandledBy(by)) throw Refusal.because(Reason.NOT_ALLOWED);
        readings.noteFirst(file.id(), by, Reading.What.IDENTITY);
        List<Part.Petitioner> people =
                files.denouncers(file.id(), Visibility.of(by)).orElseThrow(NotFound::new);
        return new Denouncers(file.id(), file.code(), people, files.saidByDenouncer(file.id(), Visibility.of(by)));
    }
}
