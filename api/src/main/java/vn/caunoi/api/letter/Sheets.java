package vn.caunoi.api.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.caunoi.core.deadline.DueDate;
import vn.caunoi.core.letter.Heading;
import vn.caunoi.core.letter.LetterForm;
import vn.caunoi.core.petition.LetterText;
import vn.caunoi.core.petition.Signature;
import vn.caunoi.projections.casefile.CaseFile;
import vn.caunoi.projections.directory.Directory;
import vn.caunoi.projections.letter.Letter;

/** Brings letters onto paper: fills a form from a case, and sets a letter under the heading of its unit. */
@Component
class Sheets {

    private final FormsInForce forms;
    private final Headings headings;
    private final Directory directory;
    private final MessageSource messages;
    private final Clock clock;

    Sheets(FormsInForce forms, Headings headings, Directory directory, MessageSource messages, Clock clock) {
        this.forms = forms;
        this.headings = headings;
        this.directory = directory;
        this.messages = messages;
        this.clock = clock;
    }

    LetterText filled(LetterForm form, CaseFile file) {
        String officer = file.assignee() == null
                ? null
                : directory
                        .officer(file.assignee())
                        .map(Directory.Officer::name)
                        .orElse(null);
        Map<String, String> words = CaseWords.of(file, headings.of(file.unit()), officer, today(), messages);
        return FilledForm.of(form, words);
    }

    /** The letter as it stands, a draft marked as one. */
    Sheet of(Letter letter) {
        return of(letter, letter.number(), letter.issuedOn());
    }

    /** The letter with a number and day it is about to get, or has. */
    Sheet of(Letter letter, @Nullable String number, @Nullable LocalDate issuedOn) {
        Heading heading = headings.of(letter.unit());
        LetterForm form = form(letter);
        Signature signature = letter.signature();
        return new Sheet(
                heading.superior(),
                heading.name(),
                "Số: " + (number == null ? "……/" + symbol(form, heading) : number),
                heading.place() + ", ngày "
                        + (issuedOn == null ? "…… tháng …… năm " + today().getYear() : CaseWords.day(issuedOn)),
                form == null ? "" : form.title(),
                letter.text().subject(),
                letter.text().addressee(),
                lines(letter.text().body()),
                lines(letter.text().recipients()),
                signature == null ? List.of(heading.headTitle()) : signature.lines(),
                signature == null ? null : signature.name(),
                places(letter, form),
                number != null);
    }

    private static List<Sheet.Place> places(Letter letter, @Nullable LetterForm form) {
        if (letter.signature() != null) {
            return letter.signatories().stream()
                    .map(one -> new Sheet.Place(one.place(), one.name(), one.refusal()))
                    .toList();
        }
        return form == null ? List.of() : empty(form);
    }

    private static List<Sheet.Place> empty(LetterForm form) {
        return form.places().stream()
                .map(place -> new Sheet.Place(place, null, null))
                .toList();
    }

    /** A form with the sample, as a draft of no unit. */
    Sheet sample(LetterForm form, LetterText text) {
        var heading = new Heading(
                "ỦY BAN NHÂN DÂN TỈNH MẪU", "ỦY BAN NHÂN DÂN PHƯỜNG MẪU", "UBND", "Phường Mẫu", null, "CHỦ TỊCH");
        return new Sheet(
                heading.superior(),
                heading.name(),
                "Số: ……/" + symbol(form, heading),
                heading.place() + ", ngày " + CaseWords.day(today()),
                form.title(),
                text.subject(),
                text.addressee(),
                lines(text.body()),
                lines(text.recipients()),
                List.of(heading.headTitle()),
                null,
                empty(form),
                false);
    }

    /** {@code 05/TB-UBND}; a number below ten is written with a zero before (Decree 30/2020, annex I). */
    String number(Letter letter, int serial) {
        return "%02d/%s".formatted(serial, symbol(form(letter), headings.of(letter.unit())));
    }

    private static String symbol(@Nullable LetterForm form, Heading heading) {
        return form == null || form.sort().isBlank() ? heading.symbol() : form.sort() + "-" + heading.symbol();
    }

    private @Nullable LetterForm form(Letter letter) {
        return forms.edition(letter.template(), letter.edition())
                .or(() -> forms.find(letter.template(), today()))
                .orElse(null);
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    LocalDate today() {
        return DueDate.dayOf(clock.instant());
    }
}
