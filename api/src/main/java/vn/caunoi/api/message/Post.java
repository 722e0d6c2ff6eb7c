package vn.caunoi.api.message;

import vn.caunoi.core.petition.Carrier;
import vn.caunoi.projections.casefile.Part.Petitioner;
import vn.caunoi.projections.message.Messages.Message;

/** Hands messages to a server of its carrier. */
interface Post {

    Carrier carrier();

    /** @param unit name of the unit that writes */
    Handed hand(Message message, Petitioner to, String unit);
}
