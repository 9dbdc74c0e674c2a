//! Factory units with their leases and sales, and parcels.

use suoji_model::{AreaUnit, area};
use uuid::Uuid;

use super::{id, last_day};
use crate::desk::Desk;
use crate::error::Result;

/// A factory unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// The unit.
    pub unit: Uuid,
    /// The park it stands in.
    pub park: Option<String>,
    /// Its state.
    pub state: Option<String>,
    /// Its area in thirds of a ten-thousandth of a square metre, in which
    /// every unit of area is a whole number.
    pub area: i64,
    /// What of it is said to be vacant, as its area.
    pub vacant: Option<i64>,
}

/// A lease or sale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaseRow {
    /// The lease.
    pub lease: Uuid,
    /// The unit.
    pub unit: Uuid,
    /// The area let, as [`UnitRow::area`].
    pub leased: i64,
    /// The area sold.
    pub sold: i64,
    /// The first day.
    pub start_date: Option<String>,
    /// The last day.
    pub end_date: Option<String>,
    /// Whether it is over.
    pub ended: bool,
}

/// A parcel of land.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParcelRow {
    /// The parcel.
    pub parcel: Uuid,
    /// Its supply.
    pub supply_state: Option<String>,
    /// Its area, as [`UnitRow::area`].
    pub area: i64,
}

pub(super) type FoundArea = (Option<i64>, Option<String>);
type FoundUnit = (String, Option<String>, Option<String>, FoundArea, FoundArea);
type FoundLease = (
    String,
    String,
    FoundArea,
    FoundArea,
    Option<String>,
    Option<String>,
    u8,
);

impl Desk {
    /// Every factory unit.
    pub async fn units(&self) -> Result<Vec<UnitRow>> {
        let sql = "SELECT json_group_array(json_array(hex(r.id), r.park, r.state, \
               json_array(r.floor_area, r.floor_area_unit), \
               json_array(r.vacant_area, r.vacant_area_unit))) \
             FROM factory_unit AS r WHERE r.deleted = 0";
        let rows: Vec<FoundUnit> = self.rows(sql.to_owned(), Vec::new()).await?;
        let read = |(unit, park, state, area, vacant): FoundUnit| {
            Some(UnitRow {
                unit: id(&unit)?,
                park,
                state,
                area: thirds(&area),
                vacant: vacant.0.is_some().then(|| thirds(&vacant)),
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// Every lease and sale of a unit that is not in the bin.
    pub async fn leases(&self) -> Result<Vec<LeaseRow>> {
        let end = last_day("r.end_date");
        let sql = format!(
            "SELECT json_group_array(json_array(hex(r.id), hex(r.unit), \
               json_array(r.leased_area, r.leased_area_unit), \
               json_array(r.sold_area, r.sold_area_unit), r.start_date, {end}, \
               coalesce(r.ended, 0))) \
             FROM lease AS r JOIN factory_unit AS u ON u.id = r.unit \
             WHERE r.deleted = 0 AND u.deleted = 0"
        );
        let rows: Vec<FoundLease> = self.rows(sql, Vec::new()).await?;
        let read = |(lease, unit, leased, sold, start, end, ended): FoundLease| {
            Some(LeaseRow {
                lease: id(&lease)?,
                unit: id(&unit)?,
                leased: thirds(&leased),
                sold: thirds(&sold),
                start_date: start,
                end_date: end,
                ended: ended != 0,
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }

    /// Every parcel.
    pub async fn parcels(&self) -> Result<Vec<ParcelRow>> {
        let sql = "SELECT json_group_array(json_array(hex(r.id), r.supply_state, \
               json_array(r.land_area, r.land_area_unit))) \
             FROM parcel AS r WHERE r.deleted = 0";
        let rows: Vec<(String, Option<String>, FoundArea)> =
            self.rows(sql.to_owned(), Vec::new()).await?;
        let read = |(parcel, supply_state, area): (String, _, FoundArea)| {
            Some(ParcelRow {
                parcel: id(&parcel)?,
                supply_state,
                area: thirds(&area),
            })
        };
        Ok(rows.into_iter().filter_map(read).collect())
    }
}

/// Nothing entered adds nothing.
pub(super) fn thirds((scaled, unit): &FoundArea) -> i64 {
    let unit = unit.as_deref().and_then(AreaUnit::parse);
    debug_assert_eq!(area::AREA_DECIMALS, 4);
    match (scaled, unit) {
        (Some(scaled), Some(unit)) => scaled.saturating_mul(unit.thirds_of_sqm()),
        _ => 0,
    }
}
