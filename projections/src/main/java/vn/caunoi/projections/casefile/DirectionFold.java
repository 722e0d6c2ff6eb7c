package vn.caunoi.projections.casefile;

import static vn.caunoi.projections.casefile.CaseDraft.plus;
import static vn.caunoi.projections.casefile.IntakeFold.clear;

import java.util.function.UnaryOperator;
import vn.caunoi.core.petition.DirectionEvent;
import vn.caunoi.core.petition.DirectionEvent.*;
import vn.caunoi.projections.Happened;
import vn.caunoi.projections.casefile.Part.Direction;

/** What superiors directed, and what became of it. */
final class DirectionFold {
    private DirectionFold() {}

    static void apply(CaseDraft file, DirectionEvent event, Happened<?> r) {
        switch (event) {
            case DirectionGiven e ->
                file.directions = plus(
                        file.directions,
                        new Direction(
                                e.direction(),
                                e.by(),
                                r.at(),
                                e.unit(),
                                e.officer(),
                                e.doBy(),
                                e.text().clear(),
                                null,
                                null,
                                null,
                                null));
            case DirectionDone e -> change(file, e, one -> one.ended(e.answer().clear(), r.at(), r.by(), null));
            case DirectionEnded e -> change(file, e, one -> one.ended(clear(e.reason()), r.at(), r.by(), e.cause()));
        }
    }

    private static void change(CaseDraft file, DirectionEvent event, UnaryOperator<Direction> change) {
        file.directions = file.directions.stream()
                .map(one -> one.no() == event.direction() ? change.apply(one) : one)
                .toList();
    }
}
