package vn.caunoi.api.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import vn.caunoi.api.file.FileUpkeep;
import vn.caunoi.api.officer.Casework;
import vn.caunoi.api.officer.Written;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.problem.NotFound;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.clock.BusinessClock;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.directory.Role;
import vn.caunoi.core.dossier.Retention;
import vn.caunoi.core.dossier.RetentionRules;
import vn.caunoi.core.petition.CaseCommand.ErasePersonalData;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.Milestone;
import vn.caunoi.core.petition.Person;
import vn.caunoi.core.petition.PersonId;
import vn.caunoi.core.petition.PersonRole;
import vn.caunoi.core.petition.PetitionCode;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.core.petition.StorageTimes;
import vn.caunoi.core.vault.Sealed;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.CaseRecord;
import vn.caunoi.projections.casefile.Part.Petitioner;
import vn.caunoi.projections.dossier.Dossiers;

/**
 * Erases the data of people for ever (Law 91/2025/QH15 Đ14). For administrators, who see no case: they are shown what
 * they need to tell whom it is about, and no more.
 */
@Component
public class ErasureDesk {

    /** @param initials of the name; hidden where identities are, and where it was erased */
    public record Somebody(PersonId id, PersonRole role, String initials, boolean erased) {

        static Somebody of(Person person, boolean hidden, boolean erased) {
            String name = hidden || erased
                    ? Petitioner.HIDDEN
                    : ErasureDesk.initials(person.fullName().clear());
            return new Somebody(person.id(), person.role(), name, erased);
        }
    }

    /**
     * What would be erased.
     *
     * @param keptUntil last day the case must be kept; null while it is open
     * @param kept whether that day has not passed
     * @param matterErased whether the free text, minutes, form data and files are gone already
     */
    public record Outlook(
            PetitionId petition,
            String code,
            Status status,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate keptUntil,
            boolean kept,
            List<Somebody> persons,
            boolean matterErased) {}

    private static final Period FOR_GOOD = Period.ofYears(5_000);
    private static final int LONGEST_REASON = 2_000;

    private final CaseFiles cases;
    private final CaseRecord record;
    private final Casework casework;
    private final FileUpkeep files;
    private final ReadingLog readings;
    private final Clock clock;
    private final Dossiers dossiers;
    private final RetentionRules times;

    ErasureDesk(
            CaseFiles cases,
            CaseRecord record,
            Casework casework,
            FileUpkeep files,
            ReadingLog readings,
            Clock clock,
            Dossiers dossiers,
            RetentionRules times) {
        this.cases = cases;
        this.record = record;
        this.casework = casework;
        this.files = files;
        this.readings = readings;
        this.clock = clock;
        this.dossiers = dossiers;
        this.times = times;
    }

    /** @param idOrCode the petition's id, or its code however it is written */
    public Outlook look(String idOrCode, Actor by) {
        CaseFile file = find(idOrCode, by);
        readings.note(file.id(), by, Reading.What.ERASURE, null);
        LocalDate closedOn = file.standing().day(Milestone.CLOSED).orElse(null);
        LocalDate keptUntil = keptUntil(file);
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessClock.ZONE);
        return new Outlook(
                file.id(),
                file.code(),
                file.status(),
                closedOn,
                keptUntil,
                keptUntil == null || !today.isAfter(keptUntil),
                persons(file),
                Sealed.ERASED.equals(file.content()));
    }

    /** Whether a case is not closed yet, whatever its unit. */
    boolean isOpen(PetitionId petition) {
        return keptUntil(petition) == null;
    }

    /** Last day a case must be kept, whatever its unit; null while it is open. */
    @Nullable LocalDate keptUntil(PetitionId petition) {
        return cases.byId(petition, Visibility.everything())
                .map(file -> keptUntil(record.fileAt(file.id(), file.version())))
                .orElse(null);
    }

    private @Nullable LocalDate keptUntil(CaseFile file) {
        LocalDate closedOn = file.standing().day(Milestone.CLOSED).orElse(null);
        if (closedOn == null || file.closing() == null) return null;
        return storage(file).keptUntil(closedOn, file.closing().ground());
    }

    /**
     * @param person null: everybody, with all free text and the files
     * @param early although the case must still be kept
     */
    public Written erase(String idOrCode, @Nullable String person, @Nullable String reason, boolean early, Actor by) {
        CaseFile file = find(idOrCode, by);
        Input input = new Input();
        String whom = input.optional("person", person, 100);
        String why = input.required("reason", reason, LONGEST_REASON);
        input.mustBeValid();
        PersonId id = whom == null ? null : new PersonId(whom);
        Written written = casework.send(new ErasePersonalData(file.id(), id, why, early, storage(file), by), by);
        files.tidy();
        return written;
    }

    /** As the dossier is kept: by the table of storage times, longer where that was decided, or for good. */
    private StorageTimes storage(CaseFile file) {
        LocalDate closedOn = file.standing().day(Milestone.CLOSED).orElse(null);
        if (closedOn == null || file.closing() == null) return new StorageTimes(FOR_GOOD, FOR_GOOD);
        Retention time = times.of(file.closing().ground(), closedOn);
        Period kept = dossiers.find(file.id(), Visibility.everything())
                .map(dossier ->
                        dossier.keptUntil(time) == null ? FOR_GOOD : Period.between(closedOn, dossier.keptUntil(time)))
                .orElse(Period.ofYears(time.years()));
        return new StorageTimes(kept, kept);
    }

    private CaseFile find(String idOrCode, Actor by) {
        if (!by.is(Role.ADMIN)) throw new AccessDeniedException("administrators only");
        if (idOrCode.isBlank() || idOrCode.indexOf('\0') >= 0) throw new NotFound();
        Visibility all = Visibility.everything();
        return (PetitionCode.isValid(idOrCode)
                        ? cases.byCode(idOrCode, all)
                        : cases.byId(new PetitionId(idOrCode), all))
                .filter(file -> by.covers(file.unit()))
                // a denunciation shows nobody, and its people have the same right
                .map(file -> record.fileAt(file.id(), file.version()))
                .orElseThrow(NotFound::new);
    }

    private static List<Somebody> persons(CaseFile file) {
        boolean hidden = file.confidential() || file.kind() == Kind.DENUNCIATION;
        List<Somebody> persons = new ArrayList<>();
        for (Petitioner person : file.petitioners()) {
            String initials = hidden || person.isErased() ? Petitioner.HIDDEN : initials(person.fullName());
            persons.add(new Somebody(person.id(), person.role(), initials, person.isErased()));
        }
        return persons;
    }

    private static String initials(String name) {
        return Stream.of(name.strip().split("\\s+"))
                .map(word -> word.substring(0, word.offsetByCodePoints(0, Math.min(1, word.length()))) + ".")
                .collect(Collectors.joining(" "));
    }
}
