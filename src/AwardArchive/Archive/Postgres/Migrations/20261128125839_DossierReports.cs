using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AwardArchive.Archive.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class DossierReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DossierReports",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PdfSha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PdfBytes = table.Column<long>(type: "bigint", nullable: false),
                    StateAt = table.Column<long>(type: "bigint", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    Result = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    MadeBy = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DossierReports", x => new { x.DossierId, x.Digest });
                    table.ForeignKey(
                        name: "FK_DossierReports_Dossiers_DossierId",
                        column: x => x.DossierId,
                        principalTable: "Dossiers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DossierReports_Digest",
                table: "DossierReports",
                column: "Digest");

            migrationBuilder.CreateIndex(
                name: "IX_DossierReports_PdfSha256",
                table: "DossierReports",
                column: "PdfSha256");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DossierReports");
        }
    }
}
