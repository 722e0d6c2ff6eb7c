package vn.caunoi.api.officer;

import vn.caunoi.core.petition.PetitionId;

/**
 * A write that was recorded.
 *
 * @param version sequence number of the petition's last event, from 0; informative
 * @param pending true when readers may not see all that follows from it yet
 */
public record Written(PetitionId petition, long version, boolean pending) {}
