package vn.caunoi.api.letter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import vn.caunoi.api.letter.Paper.Face;

/** A letter as PDF, laid out as Decree 30/2020/NĐ-CP, annex I has it. */
final class LetterPdf {

    private static final float TEXT = 14;
    private static final float HEAD = 12;
    private static final float SMALL = 11;
    private static final float INDENT = 28;
    private static final float GAP = 4;
    private static final float ROOM_TO_SIGN = 64;

    /** Where the left column of head and foot ends. */
    private static final float PARTING = Paper.LEFT + (Paper.RIGHT - Paper.LEFT) * 0.43f;

    private final Sheet sheet;
    private final Paper paper;

    private LetterPdf(Sheet sheet, Paper paper) {
        this.sheet = sheet;
        this.paper = paper;
    }

    static byte[] of(Sheet sheet) {
        var bytes = new ByteArrayOutputStream();
        try (Paper paper = new Paper(sheet.issued() ? "" : Sheet.DRAFT)) {
            LetterPdf letter = new LetterPdf(sheet, paper);
            letter.head();
            letter.text();
            letter.foot();
            paper.write(sheet.isPlain() ? sheet.subject() : sheet.title(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void head() throws IOException {
        float top = paper.y();
        if (sheet.superior() != null) paper.centred(sheet.superior(), Face.REGULAR, HEAD, Paper.LEFT, PARTING);
        paper.centred(sheet.name(), Face.BOLD, HEAD, Paper.LEFT, PARTING);
        ruleInTheMiddle(Paper.LEFT, PARTING, 0.35f);
        paper.skip(GAP * 2);
        paper.centred(sheet.number(), Face.REGULAR, HEAD + 1, Paper.LEFT, PARTING);
        if (sheet.isPlain()) paper.centred("V/v " + sheet.subject(), Face.REGULAR, HEAD, Paper.LEFT, PARTING);
        float left = paper.y();
        paper.moveTo(top);
        paper.centred(Sheet.STATE, Face.BOLD, HEAD, PARTING, Paper.RIGHT);
        paper.centred(Sheet.MOTTO, Face.BOLD, HEAD + 1, PARTING, Paper.RIGHT);
        float motto = paper.width(Sheet.MOTTO, Face.BOLD, HEAD + 1);
        ruleInTheMiddle(PARTING, Paper.RIGHT, motto / (Paper.RIGHT - PARTING));
        paper.skip(GAP * 2);
        paper.centred(sheet.date(), Face.ITALIC, HEAD + 1, PARTING, Paper.RIGHT);
        paper.moveTo(Math.min(left, paper.y()));
        paper.skip(GAP * 4);
    }

    private void ruleInTheMiddle(float from, float to, float share) throws IOException {
        float half = (to - from) * share / 2;
        float middle = (from + to) / 2;
        paper.rule(middle - half, middle + half);
    }

    private void text() throws IOException {
        if (!sheet.isPlain()) {
            paper.centred(sheet.title(), Face.BOLD, TEXT, Paper.LEFT, Paper.RIGHT);
            paper.centred(sheet.subject(), Face.BOLD, TEXT, Paper.LEFT, Paper.RIGHT);
            ruleInTheMiddle(Paper.LEFT, Paper.RIGHT, 0.2f);
            paper.skip(GAP * 3);
        }
        if (!sheet.addressee().isBlank()) {
            paper.centred(sheet.greeting(), Face.REGULAR, TEXT, Paper.LEFT + INDENT, Paper.RIGHT - INDENT);
            paper.skip(GAP * 2);
        }
        for (String paragraph : sheet.body()) {
            if (isHeading(paragraph)) paper.centred(paragraph, Face.BOLD, TEXT, Paper.LEFT, Paper.RIGHT);
            else paper.justified(paragraph, Face.REGULAR, TEXT, Paper.LEFT, Paper.RIGHT, INDENT);
            paper.skip(GAP);
        }
    }

    /** A line of capitals without a number before it: who decides, and that it is decided. */
    static boolean isHeading(String line) {
        boolean letters = line.chars().anyMatch(Character::isLetter);
        return letters && line.equals(line.toUpperCase(Locale.ROOT)) && !line.matches("^[IVX\\d]+\\..*");
    }

    private void foot() throws IOException {
        if (sheet.places().isEmpty()) signature();
        else places();
    }

    /** Two beside each other; one that is left over stands on the right. */
    private void places() throws IOException {
        List<Sheet.Place> all = sheet.places();
        float middle = (Paper.LEFT + Paper.RIGHT) / 2;
        for (int i = 0; i < all.size(); i += 2) {
            boolean two = i + 1 < all.size();
            paper.need(Paper.height(TEXT) * 5 + ROOM_TO_SIGN);
            paper.skip(GAP * 2);
            float top = paper.y();
            place(all.get(two ? i + 1 : i), middle, Paper.RIGHT);
            float right = paper.y();
            if (two) {
                paper.moveTo(top);
                place(all.get(i), Paper.LEFT, middle);
            }
            paper.moveTo(Math.min(right, paper.y()));
        }
        paper.skip(GAP * 2);
        recipients();
    }

    private void place(Sheet.Place place, float from, float to) throws IOException {
        paper.centred(place.title(), Face.BOLD, HEAD + 1, from, to);
        paper.centred(place.how(), Face.ITALIC, HEAD, from, to);
        paper.skip(place.refusal() == null ? ROOM_TO_SIGN : GAP);
        if (place.name() != null) paper.centred(place.name(), Face.BOLD, TEXT, from, to);
    }

    private void signature() throws IOException {
        List<String> lines = sheet.recipients();
        float signature = Paper.height(TEXT) * (sheet.signature().size() + 1) + ROOM_TO_SIGN;
        paper.need(Math.max(signature, Paper.height(SMALL) * (lines.size() + 1)));
        paper.skip(GAP * 2);
        float top = paper.y();
        for (String line : sheet.signature()) paper.centred(line, Face.BOLD, TEXT, PARTING, Paper.RIGHT);
        paper.skip(ROOM_TO_SIGN);
        if (sheet.signer() != null) paper.centred(sheet.signer(), Face.BOLD, TEXT, PARTING, Paper.RIGHT);
        paper.moveTo(top);
        recipients();
    }

    private void recipients() throws IOException {
        paper.justified(Sheet.RECIPIENTS, Face.BOLD_ITALIC, HEAD, Paper.LEFT, PARTING, 0);
        for (String line : sheet.recipients()) paper.justified(line, Face.REGULAR, SMALL, Paper.LEFT, PARTING, 0);
    }
}
