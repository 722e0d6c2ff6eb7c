package vn.caunoi.api.web;

import java.io.IOException;
import vn.caunoi.api.letter.Paper;
import vn.caunoi.api.letter.Paper.Face;

/** Headings, facts and text on paper, one below the other. */
record PrintedSheets(Paper paper) {

    private static final float TITLE = 18;
    private static final float HEADING = 13;
    private static final float TEXT = 11;
    private static final float SMALL = 8.5f;
    private static final float GAP = 5;
    private static final float IN = Paper.LEFT + 14;

    void title(String text) throws IOException {
        paper.centred(text, Face.BOLD, TITLE, Paper.LEFT, Paper.RIGHT);
        paper.skip(GAP);
    }

    void middle(String text) throws IOException {
        paper.centred(text, Face.REGULAR, HEADING, Paper.LEFT, Paper.RIGHT);
    }

    void room(float lines) {
        paper.skip(Paper.height(TEXT) * lines);
    }

    void nextPage() throws IOException {
        paper.need(Float.MAX_VALUE);
    }

    void heading(String text) throws IOException {
        paper.need(Paper.height(HEADING) * 4);
        paper.skip(GAP * 2);
        paper.justified(text, Face.BOLD, HEADING, Paper.LEFT, Paper.RIGHT, 0);
        paper.rule(Paper.LEFT, Paper.RIGHT);
        paper.skip(GAP * 2);
    }

    void strong(String text) throws IOException {
        paper.need(Paper.height(TEXT) * 2);
        paper.skip(GAP);
        paper.justified(text, Face.BOLD, TEXT, Paper.LEFT, Paper.RIGHT, 0);
    }

    void fact(String name, String value) throws IOException {
        text(name + ": " + value);
    }

    /** Its lines are kept. */
    void text(String text) throws IOException {
        for (String line : text.split("\\R")) {
            paper.justified(line, Face.REGULAR, TEXT, Paper.LEFT, Paper.RIGHT, 0);
        }
        paper.skip(GAP / 2);
    }

    void small(String text) throws IOException {
        for (String line : text.split("\\R")) paper.justified(line, Face.REGULAR, SMALL, IN, Paper.RIGHT, 0);
    }

    void quiet(String text) throws IOException {
        paper.justified(text, Face.ITALIC, SMALL + 1, Paper.LEFT, Paper.RIGHT, 0);
    }
}
