package vn.caunoi.api.officer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.caunoi.api.problem.Input;
import vn.caunoi.api.reading.Reading;
import vn.caunoi.api.reading.ReadingLog;
import vn.caunoi.core.directory.Actor;
import vn.caunoi.core.petition.Kind;
import vn.caunoi.core.petition.PetitionId;
import vn.caunoi.core.petition.Status;
import vn.caunoi.projections.Visibility;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.casefile.CaseFiles;
import vn.caunoi.projections.casefile.Part.Petitioner;
import vn.caunoi.projections.likeness.Likenesses;
import vn.caunoi.projections.likeness.Likenesses.Alike;

/**
 * Finds who was here before, by the whole number of their papers or their phone, in the petitions of the desk's own units.
 * Nobody who denounced or asked for confidentiality is found. Each look is written down before anything is shown.
 */
@Component
public class PersonDesk {

    private static final int MOST = 20;
    private static final Pattern BETWEEN = Pattern.compile("[\\s.+()-]+");
    private static final Pattern NUMBER = Pattern.compile("(?=(?:.*\\d){6})[0-9A-Za-z]{8,20}");

    private final Likenesses likenesses;
    private final CaseFiles cases;
    private final ReadingLog readings;

    PersonDesk(Likenesses likenesses, CaseFiles cases, ReadingLog readings) {
        this.likenesses = likenesses;
        this.cases = cases;
        this.readings = readings;
    }

    /** A petition of before and who of it has the number. */
    public record Earlier(
            PetitionId petition,
            String code,
            @Nullable Kind kind,
            Status status,
            @Nullable String subject,
            Instant receivedAt,
            Petitioner person) {}

    /**
     * The last first.
     *
     * @param number of an identity paper or a phone, whole
     */
    public List<Earlier> find(@Nullable String number, Actor by) {
        List<Earlier> found = found(number, by);
        readings.noteAll(found.stream().map(Earlier::petition).toList(), by, Reading.What.PERSON);
        return found;
    }

    /** The person of one of those that are found. */
    public Optional<Petitioner> person(@Nullable String number, String petition, Actor by) {
        Optional<Earlier> chosen = found(number, by).stream()
                .filter(one -> one.petition().value().equals(petition))
                .findFirst();
        chosen.ifPresent(one -> readings.noteFirst(one.petition(), by, Reading.What.PERSON));
        return chosen.map(Earlier::person);
    }

    private List<Earlier> found(@Nullable String number, Actor by) {
        HandInDesk.mayHandIn(by);
        Input input = new Input();
        String whole = BETWEEN.matcher(input.required("lookup", number, 50)).replaceAll("");
        if (!whole.isEmpty() && !NUMBER.matcher(whole).matches())
            input.wrong("lookup", "not-a-whole-number", "is no whole number of a paper or phone");
        input.mustBeValid();
        // an inspector who also works at a desk looks with the eyes of the desk here
        Visibility own = new Visibility(false, by.covers(), true, by);
        return likenesses.ofPerson(whole, own, MOST).stream()
                .flatMap(alike -> earlier(alike, whole, own))
                .toList();
    }

    /** None when what is found by was changed in the moment between. */
    private Stream<Earlier> earlier(Alike alike, String number, Visibility own) {
        return cases.byId(alike.id(), own).stream()
                .filter(file -> !file.confidential())
                .flatMap(file -> person(file, number).stream())
                .map(person -> new Earlier(
                        alike.id(),
                        alike.code(),
                        alike.kind(),
                        alike.status(),
                        alike.subject(),
                        alike.receivedAt(),
                        person));
    }

    private Optional<Petitioner> person(CaseFile file, String number) {
        return file.petitioners().stream()
                .filter(person -> likenesses.isSame(number, person.idNumber(), person.phone()))
                .findFirst();
    }
}
