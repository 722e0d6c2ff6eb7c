package vn.caunoi.core.ledger.following;

import org.axonframework.eventhandling.Segment;

/** How far a segment of a reader has come: everything up to there is taken and committed. */
record Place(Member member, Segment segment, long position) {

    Place at(long position) {
        return new Place(member, segment, position);
    }
}
