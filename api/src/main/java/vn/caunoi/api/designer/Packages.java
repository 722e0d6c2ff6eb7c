package vn.caunoi.api.designer;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.caunoi.core.directory.OfficerId;
import vn.caunoi.processes.studio.Publishing;

/** A diagram and all that comes with it, published together or not at all. */
@Component
class Packages {

    private final Publishing publishing;

    Packages(Publishing publishing) {
        this.publishing = publishing;
    }

    Publishing.Outcome publish(byte[] xml, Map<String, String> parts, Publishing.Terms terms, OfficerId by) {
        return publishing.publish(
                xml,
                new Publishing.Terms(terms.note(), terms.proposedBy(), terms.from(), terms.units(), parts),
                by.value());
    }
}
