/** Read models: questions people ask of the record, each with its own tables that may be dropped and replayed. */
@NullMarked
package vn.caunoi.projections;

import org.jspecify.annotations.NullMarked;
