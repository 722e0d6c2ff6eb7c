/** What the house can prove about itself: what was changed in it, who saw what is sealed, whether the record is whole. */
@NullMarked
package vn.caunoi.api.proof;

import org.jspecify.annotations.NullMarked;
